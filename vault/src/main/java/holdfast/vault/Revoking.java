package holdfast.vault;

import holdfast.crypto.VerifyingKey;
import holdfast.storage.ObjectName;
import holdfast.vault.index.IndexLoader;
import holdfast.vault.key.Revocations;
import holdfast.vault.model.Id32;
import holdfast.vault.model.PackId;
import holdfast.vault.model.Problems;
import holdfast.vault.model.VaultException;
import holdfast.vault.pack.IndexPart;
import holdfast.vault.pack.OpenState;
import holdfast.vault.tree.Catalog;
import java.io.IOException;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.Set;
import java.util.TreeSet;

/**
 * Takes a signing key back: what it signed and is in the store stays believed, by name, and nothing else does. What
 * cannot be read now is named too: a copy may bring the true bytes back, and a name fits no other ones.
 */
final class Revoking {
    private final OpenState vault;
    private final VerifyingKey key;
    private final Set<String> kept = new TreeSet<>();

    /** @param key one that is not revoked yet: what it signed is still believed */
    Revoking(OpenState vault, VerifyingKey key) {
        this.vault = vault;
        this.key = key;
    }

    /** Returns how many snapshots stay believed. One that comes while this runs does not. */
    int run() throws IOException {
        // What refers before what it refers to: nothing that a kept snapshot needs is missed.
        int snapshots = keepSnapshots();
        keepIndexAndPacks();
        byte[] revocation = Revocations.encode(
                vault.config(),
                key,
                vault.context().clock().instant(),
                kept.stream().map(HexFormat.of()::parseHex).toList(),
                vault.keys().signing());
        vault.store().put(Revocations.name(revocation), revocation);
        return snapshots;
    }

    private int keepSnapshots() throws IOException {
        int its = 0;
        for (Catalog.Known snapshot : new Catalog(vault).snapshots(unread())) {
            if (snapshot.writer().equals(key)) {
                kept.add(snapshot.id().hex());
                its++;
            }
        }
        return its;
    }

    /** Of a pack that no part tells of nobody knows whose it is without reading it: the index may have been lost. */
    private void keepIndexAndPacks() throws IOException {
        Set<PackId> others = new HashSet<>();
        for (IndexLoader.Part part : IndexLoader.parts(vault, unread())) {
            boolean its = part.author().equals(key);
            if (its) {
                keep(part.object().name());
            }
            for (IndexPart.Pack pack : part.packs()) {
                if (its) {
                    kept.add(pack.id().hex());
                } else {
                    others.add(pack.id());
                }
            }
        }
        for (PackId pack : IndexLoader.packs(vault).keySet()) {
            if (!others.contains(pack)) {
                kept.add(pack.hex());
            }
        }
    }

    private Problems unread() {
        return (object, why) -> {
            if (!(why instanceof VaultException.Foreign)) {
                keep(object);
            }
        };
    }

    private void keep(ObjectName object) {
        if (Id32.isHex(object.lastSegment())) {
            kept.add(object.lastSegment());
        }
    }
}
