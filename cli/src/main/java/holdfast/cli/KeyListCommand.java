package holdfast.cli;

import holdfast.crypto.VerifyingKey;
import holdfast.vault.Vault;
import holdfast.vault.key.KeySlot;
import holdfast.vault.key.Signer;
import holdfast.vault.model.Role;
import holdfast.vault.model.Words;
import java.io.IOException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine.Command;

/** {@code holdfast key list}. */
@Command(
        name = "list",
        description = "Lists the keys, those without a way in and those that were taken back too. Any role.",
        mixinStandardHelpOptions = true)
final class KeyListCommand extends VaultCommand {
    /** So much of a signing key is shown to a person. */
    private static final int BRIEF = 8;

    @Override
    public Integer call() throws IOException {
        try (Vault vault = open()) {
            Map<VerifyingKey, Signer> rest = new LinkedHashMap<>();
            vault.signers().forEach(signer -> rest.put(signer.key(), signer));
            Map<VerifyingKey, Signer> signers = Map.copyOf(rest);
            for (KeySlot slot : vault.keys()) {
                rest.remove(slot.signer());
                Optional<Instant> revoked =
                        Optional.ofNullable(signers.get(slot.signer())).flatMap(Signer::revoked);
                tell(slot.id(), slot.role(), kind(slot), slot.label(), slot.signer(), revoked);
            }
            for (Signer one : rest.values()) {
                tell("", one.role(), "", one.label(), one.key(), one.revoked());
            }
        }
        return ExitCodes.DONE;
    }

    private void tell(String id, Role role, String kind, String label, VerifyingKey signer, Optional<Instant> revoked) {
        if (common().json) {
            out().println(json(new Json(), id, role, kind, label, signer)
                    .put("revoked", revoked.map(Instant::toString).orElse("")));
        } else {
            out().printf(
                            "%-8s  %-10s  %-8s  signs as %s  %s%s%n",
                            id.isEmpty() ? "-" : id.substring(0, 8),
                            Words.of(role),
                            kind.isEmpty() ? "-" : kind,
                            brief(signer),
                            label,
                            revoked.map(time -> "  (revoked " + SnapshotsCommand.TIME.format(time) + ")")
                                    .orElse(""));
        }
    }

    static Json json(Json object, KeySlot slot) {
        return json(object, slot.id(), slot.role(), kind(slot), slot.label(), slot.signer());
    }

    private static Json json(Json object, String id, Role role, String kind, String label, VerifyingKey signer) {
        return object.put("id", id)
                .put("role", Words.of(role))
                .put("kind", kind)
                .put("label", label)
                .put("signer", signer.toString());
    }

    static Json json(Json object, Signer signer) {
        return json(object, "", signer.role(), "", signer.label(), signer.key());
    }

    static String brief(VerifyingKey key) {
        return key.toString().substring(0, BRIEF);
    }

    private static String kind(KeySlot slot) {
        return slot.passphrase() ? "password" : "key file";
    }
}
