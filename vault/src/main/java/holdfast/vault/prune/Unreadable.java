package holdfast.vault.prune;

import holdfast.storage.ObjectName;
import holdfast.vault.key.Enrolments;
import holdfast.vault.key.Revocations;
import holdfast.vault.mark.ForgetMarks;
import holdfast.vault.model.Problems;
import holdfast.vault.model.SnapshotId;
import holdfast.vault.model.VaultException;
import holdfast.vault.tree.SnapshotFile;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Objects that might tell of need, and cannot be read. What a stranger signed, or what is not there any more, keeps
 * nothing.
 */
final class Unreadable implements Problems {
    private final Map<String, VaultException> objects = new TreeMap<>();

    @Override
    public void add(ObjectName object, Exception why) {
        if (why instanceof VaultException known && !(why instanceof VaultException.Foreign)) {
            objects.put(object.value(), known);
        }
    }

    /** @throws VaultException naming the first of them, and the ways on */
    void demandNone() throws VaultException {
        if (objects.isEmpty()) {
            return;
        }
        Map.Entry<String, VaultException> first = objects.entrySet().iterator().next();
        ObjectName name = new ObjectName(first.getKey());
        VaultException why = first.getValue();
        if (why instanceof VaultException.TooNew) {
            throw why;
        }
        throw new VaultException.Damaged(
                why.getMessage() + ". As long as it cannot be read nobody knows what it needs, so nothing was deleted"
                        + more()
                        + ". Bring it back from a copy of the vault (delete it here, then 'holdfast -r COPY copy"
                        + " VAULT'); if no copy has it, " + wayOn(name),
                why);
    }

    private String more() {
        return objects.size() == 1 ? "" : "; and so with " + (objects.size() - 1) + " more";
    }

    private static String wayOn(ObjectName name) {
        Optional<SnapshotId> snapshot = SnapshotId.of(name);
        if (snapshot.isPresent()) {
            return "give it up with 'holdfast forget " + snapshot.get().brief() + "'";
        }
        if (name.value().startsWith(ForgetMarks.PREFIX) || name.value().startsWith(SnapshotFile.PREFIX)) {
            return "'holdfast repair snapshots --forget' deletes it";
        }
        if (name.value().startsWith(Revocations.PREFIX)) {
            return "delete it, and take the key that it was about back again with 'holdfast key remove'";
        }
        if (name.value().startsWith(Enrolments.PREFIX)) {
            return "delete it, but only if all is to be given up that the key signed which it was about";
        }
        return "'holdfast repair index' deletes it, and tells of the packs anew";
    }
}
