package holdfast.server.drill;

import holdfast.server.vaulting.Replication;
import holdfast.server.vaulting.Restores;
import holdfast.server.vaulting.VaultReader;
import holdfast.storage.ObjectStore;
import holdfast.vault.Vault;
import holdfast.vault.model.SnapshotId;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The data comes back from the second site's vault, and is compared byte by byte. */
final class StageRestore implements Stage {
    @Override
    public String title() {
        return "Restoring from the second site";
    }

    @Override
    public String run(Drill drill) throws Exception {
        Path source = drill.found().get(Found.Source.class).folder();
        Path restored = drill.folder().restored();
        restore(drill, source, restored);
        TreeComparison.Result compared = TreeComparison.compare(source, restored);
        drill.found()
                .add(new Found.Restored(
                        compared.files(),
                        compared.bytes(),
                        compared.firstDifference().isEmpty(),
                        compared.firstDifference().orElse("")));
        drill.checks()
                .add(
                        "the restored data is identical, byte by byte",
                        compared.firstDifference().isEmpty(),
                        compared.firstDifference().orElse(Words.count(compared.files(), "file")));
        return Words.count(compared.files(), "file") + ", " + Words.size(compared.bytes()) + ", "
                + compared.firstDifference().orElse("identical");
    }

    /** A restore keeps the whole path of each file below its target; what was the source is moved up from there. */
    private static void restore(Drill drill, Path source, Path restored) throws Exception {
        Path target = drill.folder().folder("restoring");
        ObjectStore store = drill.service(Replication.class).storeAt(Office.QUEENSWAY.id());
        SnapshotId snapshot =
                SnapshotId.parse(drill.found().get(Found.Saved.class).snapshot());
        try (VaultReader reader = Keyholders.openReader(drill, "restore from the second site after the loss");
                Vault copy = reader.replica(store)) {
            drill.service(Restores.class)
                    .restore(
                            copy,
                            store.place(),
                            snapshot,
                            target,
                            List.of(),
                            reader,
                            Office.OPERATOR,
                            new BytesSeen(drill.progress()));
        }
        Files.delete(restored);
        Files.move(target.resolve(source.getRoot().relativize(source)), restored);
        Folders.deleteAll(target);
    }
}
