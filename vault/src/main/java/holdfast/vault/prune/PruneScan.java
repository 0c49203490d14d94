package holdfast.vault.prune;

import holdfast.crypto.VerifyingKey;
import holdfast.storage.ObjectName;
import holdfast.storage.StoredObject;
import holdfast.vault.index.IndexLoader;
import holdfast.vault.key.Enrolments;
import holdfast.vault.mark.DeletionMarks;
import holdfast.vault.mark.ForgetMarks;
import holdfast.vault.model.PackId;
import holdfast.vault.model.Role;
import holdfast.vault.model.SnapshotId;
import holdfast.vault.model.VaultException;
import holdfast.vault.pack.OpenState;
import holdfast.vault.tree.Catalog;
import holdfast.vault.tree.SnapshotFile;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Everything that a prune decides by, as the store told it at one time.
 *
 * @param at the store's time before anything was read: nothing is deleted on it when half the grace time is over
 * @param snapshots all that are not forgotten
 * @param forgotten the names of forgotten snapshots that are still there
 * @param parts of the index, whose signers may speak for their authors
 * @param stored every pack
 */
record PruneScan(
        Instant at,
        DeletionMarks marks,
        List<Catalog.Known> snapshots,
        List<ObjectName> forgotten,
        List<IndexLoader.Part> parts,
        Map<PackId, StoredObject> stored,
        Enrolments enrolments) {

    /** @throws VaultException.Damaged naming the first object that might tell of need, and cannot be read */
    static PruneScan read(OpenState vault) throws IOException {
        Unreadable problems = new Unreadable();
        // Marks before parts before packs: what is deleted meanwhile was marked, and its mark outlives it.
        Instant at = vault.store().now();
        DeletionMarks marks = DeletionMarks.load(vault.store(), vault.config(), problems);
        Enrolments enrolments = vault.enrolments(problems);
        Set<SnapshotId> gone = ForgetMarks.load(vault.store(), vault.config(), problems);
        List<Catalog.Known> snapshots = new Catalog(vault).snapshots(problems);
        List<IndexLoader.Part> parts = IndexLoader.parts(vault, problems);
        Map<PackId, StoredObject> stored = IndexLoader.packs(vault);
        problems.demandNone();
        return new PruneScan(at, marks, snapshots, forgottenObjects(vault, gone), parts, stored, enrolments);
    }

    private static List<ObjectName> forgottenObjects(OpenState vault, Set<SnapshotId> forgotten) throws IOException {
        try (Stream<StoredObject> found = vault.store().list(SnapshotFile.PREFIX)) {
            return found.map(StoredObject::name)
                    .filter(name -> {
                        Optional<SnapshotId> id = SnapshotId.of(name);
                        return id.isPresent() && forgotten.contains(id.get());
                    })
                    .toList();
        }
    }

    /** Whether a snapshot of this writer may be read through what this author tells. */
    boolean trusts(VerifyingKey writer, VerifyingKey author) {
        return author.equals(writer)
                || enrolments.roleOf(author).filter(Role::reads).isPresent();
    }
}
