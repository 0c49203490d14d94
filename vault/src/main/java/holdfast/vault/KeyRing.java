package holdfast.vault;

import holdfast.storage.ObjectName;
import holdfast.storage.ObjectStore;
import holdfast.storage.StoredObject;
import holdfast.vault.key.Enrolments;
import holdfast.vault.key.KeyRemoval;
import holdfast.vault.key.KeySlot;
import holdfast.vault.key.Signer;
import holdfast.vault.key.Slots;
import holdfast.vault.key.VaultConfig;
import holdfast.vault.key.VaultKeys;
import holdfast.vault.model.Credential;
import holdfast.vault.model.Problems;
import holdfast.vault.model.Role;
import holdfast.vault.model.VaultContext;
import holdfast.vault.model.VaultException;
import holdfast.vault.model.Words;
import holdfast.vault.pack.OpenState;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The ways into a vault: added, listed, changed, removed. Data is never written anew for any of it. */
final class KeyRing {
    private final OpenState vault;
    private final ObjectName own;

    /** @param own the slot by which the vault was opened */
    KeyRing(OpenState vault, ObjectName own) {
        this.vault = vault;
        this.own = own;
    }

    static List<ObjectName> names(ObjectStore store) throws IOException {
        try (Stream<StoredObject> slots = store.list(Slots.PREFIX)) {
            return slots.map(StoredObject::name).toList();
        }
    }

    List<KeySlot> list() throws IOException {
        List<KeySlot> slots = new ArrayList<>();
        for (ObjectName name : names(vault.store())) {
            slots.add(Slots.describe(name, vault.store().get(name), vault.config()));
        }
        return slots;
    }

    KeySlot add(Role role, Credential credential, String label) throws IOException {
        demandOwner("hands out keys");
        VaultContext context = vault.context();
        VaultKeys keys = vault.keys().forRole(role, context.random());
        if (role != Role.OWNER) {
            byte[] enrolment = Enrolments.encode(
                    vault.config(),
                    keys.signing().verifyingKey(),
                    role,
                    label,
                    context.clock().instant(),
                    vault.keys().signing());
            vault.store().put(Enrolments.name(enrolment), enrolment);
        }
        return put(keys, credential, label);
    }

    private KeySlot put(VaultKeys keys, Credential credential, String label) throws IOException {
        VaultConfig config = vault.config();
        byte[] slot =
                Slots.encode(config, keys, credential, label, vault.context().random());
        ObjectName name = Slots.name(slot);
        vault.store().put(name, slot);
        return Slots.describe(name, slot, config);
    }

    /** The new slot first: at no moment is there none. */
    KeySlot change(Credential credential) throws IOException {
        String label =
                Slots.describe(own, vault.store().get(own), vault.config()).label();
        KeySlot changed = put(vault.keys(), credential, label);
        vault.store().delete(own);
        return changed;
    }

    /** The revocation first: a slot that is left opens for somebody who is not believed any more. */
    KeyRemoval remove(String id) throws IOException {
        demandOwner("takes keys back");
        Enrolments enrolments = demandEnrolments();
        List<KeySlot> slots = list();
        List<KeySlot> named =
                slots.stream().filter(slot -> slot.id().startsWith(id)).toList();
        List<Signer> signing = enrolments.signers().stream()
                .filter(signer -> signer.key().toString().startsWith(id))
                .toList();
        if (named.size() + signing.size() != 1) {
            throw new VaultException.NotFound((named.isEmpty() && signing.isEmpty()
                            ? "no key's id starts with '"
                            : "more than one key starts with '")
                    + id + "'; 'holdfast key list' lists them");
        }
        if (!signing.isEmpty()) {
            return revoke(signing.getFirst(), slots);
        }
        KeySlot slot = named.getFirst();
        Signer signer = signer(enrolments, slot);
        return isOf(signer, slot) ? revoke(signer, slots) : new KeyRemoval(delete(named), Optional.empty(), 0);
    }

    private KeyRemoval revoke(Signer signer, List<KeySlot> slots) throws IOException {
        int kept = signer.revoked().isPresent() ? 0 : new Revoking(vault, signer.key()).run();
        List<KeySlot> its = slots.stream()
                .filter(slot -> slot.signer().equals(signer.key()))
                .toList();
        return new KeyRemoval(delete(its), Optional.of(signer), kept);
    }

    private List<KeySlot> delete(List<KeySlot> slots) throws IOException {
        List<ObjectName> names = slots.stream()
                .map(slot -> new ObjectName(Slots.PREFIX + slot.id()))
                .toList();
        if (names.contains(own)) {
            // What stands in clear in another slot, its role too, is nobody's word: only this one surely opens.
            throw new VaultException("this is the very key that the vault was opened with; open it with another"
                    + " owner's key to remove this one, or change it with 'holdfast key passwd'");
        }
        vault.store().delete(names);
        return slots;
    }

    /** Who signs with the key that the slot names, by the owner's word if there is one. */
    private static Signer signer(Enrolments enrolments, KeySlot slot) {
        return enrolments.signers().stream()
                .filter(signer -> signer.key().equals(slot.signer()))
                .findFirst()
                .orElseGet(() ->
                        new Signer(slot.signer(), slot.role(), slot.label(), enrolments.revokedAt(slot.signer())));
    }

    /** Anybody can write a slot that names somebody else's key, or the vault's own, which owners share. */
    private boolean isOf(Signer signer, KeySlot slot) {
        return !signer.key().equals(vault.config().owner())
                && signer.role() == slot.role()
                && signer.label().equals(slot.label());
    }

    /** @throws VaultException.Damaged if one cannot be read: what its key signed would not be seen to be believed */
    private Enrolments demandEnrolments() throws IOException {
        List<VaultException> damaged = new ArrayList<>();
        Enrolments enrolments = vault.enrolments((object, why) -> {
            if (why instanceof VaultException known && !(why instanceof VaultException.Foreign)) {
                damaged.add(known);
            }
        });
        if (!damaged.isEmpty()) {
            throw damaged.getFirst();
        }
        return enrolments;
    }

    List<Signer> signers() throws IOException {
        return vault.enrolments(Problems.IGNORED).signers();
    }

    private void demandOwner(String what) throws VaultException {
        Role role = vault.keys().role();
        if (role != Role.OWNER) {
            throw new VaultException.NotPermitted("this is a " + Words.of(role) + "'s key: only an owner " + what);
        }
    }
}
