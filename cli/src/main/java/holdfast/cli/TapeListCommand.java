package holdfast.cli;

import holdfast.crypto.KeyStore;
import holdfast.crypto.KeyUnavailableException;
import holdfast.tape.CartridgeException;
import holdfast.tape.CartridgeLabel;
import holdfast.tape.CartridgeReader;
import holdfast.tape.CatalogueEntry;
import holdfast.tape.VirtualDrive;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code holdfast tape list}: labels without a key; catalogues with {@code --long}, which uses the keys. */
@Command(
        name = "list",
        description = "Shows the labels of cartridges, which anybody can read; with --long what lies on them, which"
                + " needs their keys and is noted in the key store's journal.",
        mixinStandardHelpOptions = true)
final class TapeListCommand implements Callable<Integer> {
    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Mixin
    private TapeKeyOptions keys = new TapeKeyOptions();

    @Option(
            names = {"-l", "--long"},
            description = "Also list the objects.")
    private boolean all;

    @Option(names = "--json", description = "One JSON object a cartridge on standard output.")
    private boolean json;

    @Parameters(arity = "1..*", paramLabel = "PATH", description = "Image files, or folders of them.")
    private List<Path> paths = new ArrayList<>();

    @Override
    public Integer call() throws IOException {
        PrintWriter out = spec.commandLine().getOut();
        int code = ExitCodes.DONE;
        for (Path path : paths) {
            for (Path image : images(path)) {
                try {
                    show(image, out);
                } catch (CartridgeException | KeyUnavailableException | IllegalStateException e) {
                    spec.commandLine().getErr().println("holdfast: " + image + ": " + e.getMessage());
                    code = ExitCodes.FAILED;
                }
            }
        }
        return code;
    }

    /** The path itself, or the images in the folder. */
    static List<Path> images(Path path) throws IOException {
        if (!Files.isDirectory(path)) {
            return List.of(path);
        }
        try (Stream<Path> files = Files.list(path)) {
            return files.filter(file -> file.toString().endsWith(".tape"))
                    .sorted()
                    .toList();
        }
    }

    private void show(Path image, PrintWriter out) throws IOException {
        try (VirtualDrive drive = VirtualDrive.reading(image)) {
            CartridgeLabel label = CartridgeReader.label(drive);
            List<CatalogueEntry> catalogue = all ? catalogue(drive, image, label) : List.of();
            if (json) {
                out.println(json(image, label, catalogue));
                return;
            }
            out.println(label.volume() + "  " + Sizes.bytes(Files.size(image)) + "  owner: " + label.owner()
                    + "  if found: " + label.ifFound());
            if (all) {
                catalogue.forEach(entry -> out.println("  " + entry.size() + "  " + entry.name()));
                out.println("  " + Sizes.count(catalogue.size(), "object"));
            }
        }
    }

    private static Json json(Path image, CartridgeLabel label, List<CatalogueEntry> catalogue) throws IOException {
        return new Json()
                .put("cartridge", label.volume().value())
                .put("bytes", Files.size(image))
                .put("owner", label.owner())
                .put("if_found", label.ifFound())
                .putObjects(
                        "objects",
                        catalogue.stream()
                                .map(entry ->
                                        new Json().put("name", entry.name()).put("size", entry.size()))
                                .toList());
    }

    private List<CatalogueEntry> catalogue(VirtualDrive drive, Path image, CartridgeLabel label) throws IOException {
        KeyStore store = keys.store(image)
                .orElseThrow(() -> new IllegalStateException("no key store is beside it: give --keys DIR"));
        return store.use(
                TapeKeyOptions.name(label.volume()),
                TapeKeyOptions.purpose("tape list"),
                key -> CartridgeReader.open(drive, key).catalogue());
    }
}
