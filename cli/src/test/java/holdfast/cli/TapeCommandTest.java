package holdfast.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import holdfast.crypto.FileKeyStore;
import holdfast.crypto.KeyStore;
import holdfast.crypto.KeyUse;
import holdfast.crypto.MasterSecret;
import holdfast.tape.Barcode;
import holdfast.tape.Mounts;
import holdfast.tape.TapeObject;
import holdfast.tape.TapeSetPlan;
import holdfast.tape.TapeSetWriter;
import holdfast.tape.VirtualLibrary;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A data folder as a server leaves it, looked at without the server. */
class TapeCommandTest {
    private static final Barcode CARTRIDGE = new Barcode("HF0001L9");
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @TempDir
    Path data;

    @SuppressWarnings("NullAway.Init")
    private KeyStore keys;

    @SuppressWarnings("NullAway.Init")
    private Path image;

    @BeforeEach
    void aCartridge() throws IOException {
        InstantSource clock = InstantSource.fixed(Instant.parse("2024-12-23T01:00:00Z"));
        SecureRandom random = new SecureRandom();
        Files.createDirectories(data.resolve("secrets"));
        keys = FileKeyStore.create(
                data.resolve("keys/cartridges"),
                "site-a",
                new MasterSecret.KeyFile(data.resolve("secrets/keys-a")),
                clock,
                random);
        keys.create(TapeKeyOptions.name(CARTRIDGE));
        try (VirtualLibrary library = VirtualLibrary.open(data.resolve("cartridges"), 4, 1, 1 << 30)) {
            library.insert(CARTRIDGE);
            List<TapeObject> objects =
                    List.of(new TapeObject("data/ab/abcd", 700_000, false), new TapeObject("meta/x", 5, true));
            new TapeSetWriter(new Mounts(library), clock, random)
                    .write(
                            TapeSetPlan.spread("SET-1", objects, List.of(CARTRIDGE)),
                            "Drill Office",
                            "please call",
                            object -> new ByteArrayInputStream(new byte[(int) object.size()]),
                            new TapeSetWriter.Keys() {
                                @Override
                                public <R> R use(Barcode cartridge, KeyUse<R, IOException> use) throws IOException {
                                    return keys.use(TapeKeyOptions.name(cartridge), "write", use);
                                }
                            },
                            (_, _) -> {});
            image = library.image(CARTRIDGE);
        }
    }

    @Test
    void theLabelIsShownWithoutAnyKey() throws IOException {
        Files.delete(data.resolve("secrets/keys-a"));
        assertThat(run("list", data.resolve("cartridges").toString())).isZero();
        assertThat(out.toString()).contains("HF0001L9").contains("if found: please call");
    }

    @Test
    void theContentsAreListedWithTheKey() {
        assertThat(run("list", "--long", image.toString())).isZero();
        assertThat(out.toString()).contains("700000  data/ab/abcd").contains("2 objects");
    }

    @Test
    void aWholeCartridgeIsReadToFilesAndItsUseIsInTheJournal() throws IOException {
        Path to = data.resolve("out");
        assertThat(run("read", "--to", to.toString(), image.toString())).isZero();
        assertThat(out.toString()).contains("whole  2 whole objects");
        assertThat(to.resolve("data/ab/abcd")).hasSize(700_000);
        assertThat(keys.uses().getLast().purpose()).startsWith("holdfast tape read by ");
    }

    @Test
    void aFlippedByteIsSaidWithItsBlockAndItsByteAndTheExitIsNotZero() throws IOException {
        byte[] bytes = Files.readAllBytes(image);
        bytes[400_000] ^= 1;
        Files.write(image, bytes);
        assertThat(run("read", data.resolve("cartridges").toString())).isEqualTo(ExitCodes.DAMAGE);
        assertThat(err.toString()).contains("DAMAGED at block 4 (from byte ").contains("damaged object: data/ab/abcd");
        assertThat(out.toString()).contains("DAMAGED  1 whole object,");
        assertThat(run("read", "--json", image.toString())).isEqualTo(ExitCodes.DAMAGE);
        assertThat(out.toString()).contains("\"whole\":false");
    }

    @Test
    void aKeyInQuarantineIsSaidToBeThere() {
        keys.quarantine(TapeKeyOptions.name(CARTRIDGE));
        assertThat(run("read", image.toString())).isEqualTo(ExitCodes.WRONG_CREDENTIAL);
        assertThat(err.toString()).contains("is in quarantine");
    }

    @Test
    void whatIsNoCartridgeIsSaidToBeNone() throws IOException {
        Path other = Files.write(data.resolve("other.tape"), "not a tape at all".getBytes(UTF_8));
        assertThat(run("read", other.toString())).isNotZero();
        assertThat(run("list", data.resolve("nothing.tape").toString())).isNotZero();
        assertThat(err.toString()).contains("other.tape").contains("nothing.tape");
    }

    private int run(String... arguments) {
        String[] all = new String[arguments.length + 1];
        all[0] = "tape";
        System.arraycopy(arguments, 0, all, 1, arguments.length);
        return Holdfast.execute(new PrintWriter(out), new PrintWriter(err), List.of(all));
    }
}
