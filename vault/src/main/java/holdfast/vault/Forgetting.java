package holdfast.vault;

import holdfast.storage.StoredObject;
import holdfast.vault.mark.ForgetMarks;
import holdfast.vault.model.Problems;
import holdfast.vault.model.Role;
import holdfast.vault.model.SnapshotId;
import holdfast.vault.model.VaultException;
import holdfast.vault.model.Words;
import holdfast.vault.pack.OpenState;
import holdfast.vault.tree.Catalog;
import holdfast.vault.tree.SnapshotFile;
import java.io.IOException;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Gives snapshots up: those that can be read, and those that cannot, which would keep a prune from its work for ever. */
final class Forgetting {
    private final OpenState vault;

    /** @throws VaultException.NotPermitted without the owner's key */
    Forgetting(OpenState vault) throws VaultException {
        Role role = vault.keys().role();
        if (role != Role.OWNER) {
            throw new VaultException.NotPermitted(
                    "this is a " + Words.of(role) + "'s key: only an owner forgets snapshots");
        }
        this.vault = vault;
    }

    SnapshotId named(String which) throws IOException {
        if (which.equals("latest")) {
            return new Catalog(vault).named(which).id();
        }
        List<SnapshotId> matching =
                there().stream().filter(id -> id.hex().startsWith(which)).toList();
        if (matching.size() != 1 || which.isEmpty()) {
            throw new VaultException.NotFound(
                    (matching.isEmpty() ? "no snapshot's id starts with " : "more than one snapshot's id starts with ")
                            + which + "; 'holdfast snapshots' lists them");
        }
        return matching.getFirst();
    }

    /** Every snapshot in the store that is not forgotten, whether anybody can read it or not. */
    private List<SnapshotId> there() throws IOException {
        Set<SnapshotId> forgotten = ForgetMarks.load(vault.store(), vault.config(), Problems.IGNORED);
        try (Stream<StoredObject> found = vault.store().list(SnapshotFile.PREFIX)) {
            return found.map(object -> SnapshotId.of(object.name()))
                    .flatMap(Optional::stream)
                    .filter(id -> !forgotten.contains(id))
                    .toList();
        }
    }

    void forget(Collection<SnapshotId> snapshots) throws IOException {
        List<SnapshotId> there = there();
        for (SnapshotId id : snapshots) {
            if (!there.contains(id)) {
                throw new VaultException.NotFound("there is no snapshot " + id.brief() + " in "
                        + vault.store().place() + "; nothing was forgotten");
            }
        }
        if (!snapshots.isEmpty()) {
            ForgetMarks.put(
                    vault.store(),
                    vault.config(),
                    snapshots,
                    vault.context().clock().instant(),
                    vault.keys().signing());
        }
    }
}
