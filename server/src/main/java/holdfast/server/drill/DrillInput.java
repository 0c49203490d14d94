package holdfast.server.drill;

import holdfast.server.platform.CannotStart;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** What can be said about a drill's options before anything is started. */
final class DrillInput {
    private static final int MOST_CARTRIDGES = 40;
    private static final int FEWEST_PERSONS = 100;

    private DrillInput() {}

    /** @throws CannotStart that says which option cannot be used, and why */
    static void demandUsable(DrillOptions options) {
        if (options.cartridges() < 1 || options.cartridges() > MOST_CARTRIDGES) {
            throw new CannotStart("--cartridges takes 1 to " + MOST_CARTRIDGES + ", not " + options.cartridges() + ".");
        }
        if (options.synthetic() && options.people() < FEWEST_PERSONS) {
            throw new CannotStart("--people takes " + FEWEST_PERSONS + " or more, not " + options.people() + ".");
        }
        if (options.synthetic()
                && !(options.registers().isEmpty() && options.mapping().isEmpty())) {
            throw new CannotStart("--register and --mapping go with --data DIR, the folder that is backed up.");
        }
        if (options.lose().size() > options.cartridges()) {
            throw new CannotStart("--lose names more cartridges than --cartridges are written.");
        }
        if (!options.synthetic()) {
            demandOwnData(options);
        }
        options.keep().ifPresent(DrillInput::demandEmpty);
    }

    private static void demandOwnData(DrillOptions options) {
        Path folder = options.data().orElseThrow();
        if (!Files.isDirectory(folder)) {
            throw new CannotStart("--data " + folder + " is not a folder that can be read.");
        }
        if (options.registers().isEmpty()) {
            throw new CannotStart("--data needs at least one --register FILE: without one nobody could be told.");
        }
        for (Path register : options.registers()) {
            if (!register.normalize().startsWith(folder.normalize())) {
                throw new CannotStart("--register " + register + " does not lie inside --data " + folder
                        + ", so it would not be on the cartridges.");
            }
            if (!Files.isReadable(register) || Files.isDirectory(register)) {
                throw new CannotStart("--register " + register + " is not a file that can be read.");
            }
        }
        options.mapping().filter(file -> !Files.isReadable(file)).ifPresent(file -> {
            throw new CannotStart("--mapping " + file + " cannot be read.");
        });
    }

    private static void demandEmpty(Path folder) {
        if (!Files.exists(folder)) {
            return;
        }
        try (Stream<Path> inside = Files.list(folder)) {
            if (inside.findAny().isPresent()) {
                throw new CannotStart(
                        "--keep " + folder + " is not empty; a drill writes only into a folder of its own.");
            }
        } catch (IOException e) {
            throw new CannotStart("--keep " + folder + " is not a folder that can be written.");
        }
    }
}
