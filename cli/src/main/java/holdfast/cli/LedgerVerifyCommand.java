package holdfast.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import holdfast.ledger.FolderDisk;
import holdfast.ledger.FormatException;
import holdfast.ledger.LedgerVerifier;
import holdfast.ledger.NoteKey;
import holdfast.ledger.SignedNote;
import holdfast.ledger.Trust;
import holdfast.ledger.Verification;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code holdfast ledger verify DIR}: needs the folder and nothing else; believes nobody. */
@Command(
        name = "verify",
        description = "Verifies every byte of a ledger's folder, offline; says what is wrong and where.",
        mixinStandardHelpOptions = true,
        exitCodeListHeading = "Exit codes:%n",
        exitCodeList = {"0:whole", "1:not as it was signed", "2:wrong usage, or not readable"})
final class LedgerVerifyCommand implements Callable<Integer> {
    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Parameters(paramLabel = "DIR", description = "The folder: checkpoint, tile/, keys/.")
    @SuppressWarnings("NullAway.Init")
    private Path folder;

    @Option(
            names = "--key",
            paramLabel = "KEY",
            description = "A public key got from elsewhere (name+id+key, or a file with one); may be repeated."
                    + " Without it the folder's own keys are taken.")
    private List<String> keys = new ArrayList<>();

    @Option(
            names = "--since",
            paramLabel = "FILE",
            description = "A checkpoint kept from an earlier visit, which the ledger must extend.")
    private @Nullable Path since;

    @Option(names = "--json", description = "One JSON object on standard output.")
    private boolean json;

    @Override
    public Integer call() {
        PrintWriter err = spec.commandLine().getErr();
        try {
            if (!Files.isDirectory(folder)) {
                err.println("holdfast: there is no folder " + folder);
                return 2;
            }
            Verification found = LedgerVerifier.verify(new FolderDisk(folder), trust());
            PrintWriter out = spec.commandLine().getOut();
            if (json) {
                out.println(LedgerReport.json(found));
            } else {
                LedgerReport.text(found, folder, out, err);
            }
            out.flush();
            return found.whole() ? 0 : 1;
        } catch (IOException | FormatException e) {
            err.println("holdfast: " + folder + " cannot be verified: " + e.getMessage());
            return 2;
        }
    }

    private Trust trust() throws IOException, FormatException {
        List<NoteKey> known = new ArrayList<>();
        for (String key : keys) {
            boolean written = key.chars().filter(c -> c == '+').count() >= 2;
            known.add(NoteKey.parse(
                    written ? key : Files.readString(Path.of(key), UTF_8).strip()));
        }
        Optional<SignedNote> earlier =
                since == null ? Optional.empty() : Optional.of(SignedNote.parse(Files.readAllBytes(since)));
        return new Trust(known, earlier);
    }
}
