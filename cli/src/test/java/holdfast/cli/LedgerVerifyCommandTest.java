package holdfast.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import holdfast.crypto.SigningKey;
import holdfast.ledger.FolderDisk;
import holdfast.ledger.Log;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class LedgerVerifyCommandTest {
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @TempDir
    Path folder;

    @BeforeEach
    void aLedger() throws Exception {
        Log.create(new FolderDisk(folder), "ledger.example/x", SigningKey.generate(new SecureRandom()))
                .append(List.of("one".getBytes(UTF_8), "two".getBytes(UTF_8)));
    }

    private int run(String... arguments) {
        return new CommandLine(new LedgerCommand())
                .setOut(new PrintWriter(out))
                .setErr(new PrintWriter(err))
                .execute(arguments);
    }

    @Test
    void aWholeLedgerExitsWithZero() {
        assertThat(run("verify", folder.toString())).isZero();
        assertThat(out.toString()).contains("whole   2 entries of ledger.example/x");
    }

    @Test
    void aFlippedByteIsSaidWithItsPlaceAndTheExitIsNotZero() throws Exception {
        Path bundle = folder.resolve("tile/entries/000.p/2");
        byte[] bytes = Files.readAllBytes(bundle);
        bytes[bytes.length - 1] ^= 1;
        Files.write(bundle, bytes);
        assertThat(run("verify", folder.toString())).isOne();
        assertThat(err.toString()).contains("BROKEN  tile/entries/000.p/2, entry 1");
        assertThat(run("verify", "--json", folder.toString())).isOne();
        assertThat(out.toString()).contains("\"whole\":false").contains("\"entry\":1");
    }

    @Test
    void anotherKeyThanTheOneBroughtAlongIsNotBelieved() throws Exception {
        String key = Files.readString(folder.resolve("keys/log.vkey"), UTF_8).strip();
        assertThat(run("verify", "--key", key, folder.toString())).isZero();
        Path other = folder.resolve("other");
        Log stranger = Log.create(new FolderDisk(other), "ledger.example/x", SigningKey.generate(new SecureRandom()));
        assertThat(run("verify", "--key", stranger.publicKey().vkey(), folder.toString()))
                .isOne();
    }

    @Test
    void aFolderThatIsNotThereIsSaid() {
        assertThat(run("verify", folder.resolve("nowhere").toString())).isEqualTo(2);
        assertThat(err.toString()).contains("there is no folder");
    }
}
