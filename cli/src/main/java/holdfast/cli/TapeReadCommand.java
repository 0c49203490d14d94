package holdfast.cli;

import holdfast.crypto.KeyStore;
import holdfast.crypto.KeyUnavailableException;
import holdfast.tape.CartridgeException;
import holdfast.tape.CartridgeLabel;
import holdfast.tape.CartridgeReader;
import holdfast.tape.CartridgeScan;
import holdfast.tape.ObjectSink;
import holdfast.tape.VirtualDrive;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code holdfast tape read}: every byte of a cartridge, verified; with {@code --to} the objects as files. */
@Command(
        name = "read",
        description = "Reads and verifies every byte of cartridges; says where one is damaged. The use of the keys is"
                + " noted in the key store's journal.",
        mixinStandardHelpOptions = true)
final class TapeReadCommand implements Callable<Integer> {
    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Mixin
    private TapeKeyOptions keys = new TapeKeyOptions();

    @Option(
            names = "--to",
            paramLabel = "DIR",
            description = "Write the whole objects there, under their names. Damaged ones are left out.")
    private @Nullable Path to;

    @Option(names = "--json", description = "One JSON object a cartridge on standard output.")
    private boolean json;

    @Parameters(arity = "1..*", paramLabel = "PATH", description = "Image files, or folders of them.")
    private List<Path> paths = new ArrayList<>();

    @Override
    public Integer call() throws IOException {
        int code = ExitCodes.DONE;
        for (Path path : paths) {
            for (Path image : TapeListCommand.images(path)) {
                int one = read(image);
                code = code == ExitCodes.DONE ? one : code;
            }
        }
        return code;
    }

    private int read(Path image) throws IOException {
        try (VirtualDrive drive = VirtualDrive.reading(image)) {
            CartridgeLabel label = CartridgeReader.label(drive);
            KeyStore store = keys.store(image)
                    .orElseThrow(() -> new IllegalStateException("no key store is beside it: give --keys DIR"));
            ObjectSink sink = to == null ? ObjectSink.NOTHING : new ObjectFiles(to);
            CartridgeScan scan = store.use(
                    TapeKeyOptions.name(label.volume()),
                    TapeKeyOptions.purpose("tape read"),
                    key -> CartridgeReader.open(drive, key).scan(sink));
            print(image, label, scan);
            return scan.intact() ? ExitCodes.DONE : ExitCodes.DAMAGE;
        } catch (CartridgeException e) {
            err(image, e);
            return e.kind() == CartridgeException.Kind.DAMAGED || e.kind() == CartridgeException.Kind.WRONG_KEY
                    ? ExitCodes.DAMAGE
                    : ExitCodes.FAILED;
        } catch (KeyUnavailableException | IllegalStateException e) {
            err(image, e);
            return ExitCodes.WRONG_CREDENTIAL;
        }
    }

    private void err(Path image, Exception e) {
        spec.commandLine().getErr().println("holdfast: " + image + ": " + e.getMessage());
    }

    private void print(Path image, CartridgeLabel label, CartridgeScan scan) {
        if (json) {
            spec.commandLine()
                    .getOut()
                    .println(new Json()
                            .put("cartridge", label.volume().value())
                            .put("whole", scan.intact())
                            .put("objects", scan.whole().size())
                            .put("bytes", scan.bytes())
                            .putTexts("damagedObjects", scan.damaged())
                            .putTexts(
                                    "damage",
                                    scan.damages().stream()
                                            .map(Object::toString)
                                            .toList()));
            return;
        }
        scan.damages()
                .forEach(
                        damage -> spec.commandLine().getErr().println("holdfast: " + image + ": DAMAGED at " + damage));
        scan.damaged()
                .forEach(name ->
                        spec.commandLine().getErr().println("holdfast: " + image + ": damaged object: " + name));
        spec.commandLine()
                .getOut()
                .println(label.volume() + "  " + (scan.intact() ? "whole" : "DAMAGED") + "  "
                        + Sizes.count(scan.whole().size(), "whole object") + ", " + Sizes.bytes(scan.bytes()));
    }
}
