package holdfast.server.drill;

import java.nio.file.Path;

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
        Keyholders.restoreFromSecondSite(drill, restored);
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
        return Words.count(compared.files(), "file") + ", " + Words.size(compared.bytes()) + ", identical";
    }
}
