package holdfast.server.drill;

import holdfast.server.drill.synthetic.Synthetic;
import holdfast.server.drill.synthetic.SyntheticData;
import holdfast.server.drill.synthetic.SyntheticOrder;
import holdfast.subjects.Mapping;
import holdfast.subjects.MappingFile;
import holdfast.subjects.RegisterException;
import holdfast.subjects.RegisterSpec;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.random.RandomGeneratorFactory;

/** What is backed up: synthetic registers and case files, or a copy of one's own. */
final class StageData implements Stage {
    /** The generator's name is part of the promise 'same seed, same persons'. */
    private static final String GENERATOR = "L64X128MixRandom";

    private static final String OWN_CATEGORY = "person";

    @Override
    public String title() {
        return "Preparing the data";
    }

    @Override
    public String run(Drill drill) throws IOException, RegisterException {
        Path source = drill.folder().source();
        Found.Source found = drill.options().synthetic() ? synthetic(drill, source) : own(drill, source);
        drill.found().add(found);
        return found.says();
    }

    private static Found.Source synthetic(Drill drill, Path source) throws IOException {
        SyntheticData data = Synthetic.write(
                source,
                SyntheticOrder.of(drill.options().people()),
                RandomGeneratorFactory.of(GENERATOR).create(drill.options().seed()));
        return new Found.Source(
                source,
                data.registers(),
                data.registerFiles(),
                data.bytes(),
                Words.number(data.creditors()) + " creditors, " + Words.count(data.staff(), "member") + " of staff, "
                        + Words.size(data.bytes()));
    }

    private static Found.Source own(Drill drill, Path source) throws IOException, RegisterException {
        Path data = drill.options().data().orElseThrow();
        long bytes = Folders.copyAll(data, source);
        Mapping mapping = drill.options().mapping().isPresent()
                ? MappingFile.read(drill.options().mapping().get())
                : Mapping.BY_HEADER;
        List<Path> files = drill.options().registers().stream()
                .map(file -> source.resolve(data.relativize(file).normalize()))
                .toList();
        List<RegisterSpec> registers = files.stream()
                .map(file -> new RegisterSpec(file.toString(), OWN_CATEGORY, Set.of(), mapping))
                .toList();
        return new Found.Source(source, registers, files, bytes, Words.size(bytes) + " of your own");
    }
}
