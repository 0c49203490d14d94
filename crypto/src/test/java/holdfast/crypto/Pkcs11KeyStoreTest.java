package holdfast.crypto;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.ValueLayout;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The contract on SoftHSM2, Debian's package {@code softhsm2}; skipped where it is not installed. */
@Tag("slow")
class Pkcs11KeyStoreTest extends KeyStoreContract {
    private static final Path LIBRARY = Path.of("/usr/lib/softhsm/libsofthsm2.so");
    private static final AtomicInteger NUMBER = new AtomicInteger();

    @TempDir
    static Path tokens;

    @TempDir
    Path folder;

    /** Every test's keys lie in the one token, so each test has names of its own store in front. */
    private final int number = NUMBER.incrementAndGet();

    @BeforeAll
    static void aToken() throws Exception {
        assumeTrue(Files.exists(LIBRARY), "softhsm2 is not installed");
        Path config = tokens.resolve("softhsm2.conf");
        Files.writeString(config, "directories.tokendir = " + Files.createDirectories(tokens.resolve("t")) + "\n");
        setEnvironment("SOFTHSM2_CONF", config.toString());
        ProcessBuilder init = new ProcessBuilder(List.of(
                "softhsm2-util", "--init-token", "--free", "--label", "holdfast", "--pin", "1234", "--so-pin", "5678"));
        init.environment().put("SOFTHSM2_CONF", config.toString());
        assertThat(init.redirectErrorStream(true).start().waitFor()).isZero();
    }

    /** The module reads the C library's environment, which Java cannot change by itself. */
    private static void setEnvironment(String name, String value) throws Exception {
        try (Arena arena = Arena.ofConfined()) {
            Linker linker = Linker.nativeLinker();
            var setenv = linker.downcallHandle(
                    linker.defaultLookup().find("setenv").orElseThrow(),
                    FunctionDescriptor.of(
                            ValueLayout.JAVA_INT, ValueLayout.ADDRESS, ValueLayout.ADDRESS, ValueLayout.JAVA_INT));
            int code = (int) setenv.invoke(arena.allocateFrom(name), arena.allocateFrom(value), 1);
            assertThat(code).isZero();
        } catch (Throwable e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    KeyStore store() {
        return open();
    }

    @Override
    KeyStore reopened() {
        return open();
    }

    private KeyStore open() {
        try {
            Secret pin = Secret.owning("1234".getBytes(UTF_8));
            InstantSource clock = InstantSource.fixed(Instant.parse("2024-12-23T01:00:00Z"));
            return Pkcs11KeyStore.open(
                    "hsm-" + number, LIBRARY, 0, pin, folder.resolve("hsm"), clock, new SecureRandom());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void anOldCopyOfTheFolderDoesNotBringADestroyedKeyBack() throws IOException {
        KeyStore store = store();
        store.create(KEY);
        Path file = folder.resolve("hsm/" + KEY + ".wrapped");
        byte[] before = Files.readAllBytes(file);
        store.destroy(KEY);
        Files.write(file, before);
        KeyStore again = reopened();
        assertThat(again.state(KEY))
                .hasValueSatisfying(answer -> assertThat(answer.state()).isEqualTo(KeyState.DESTROYED));
        assertThatThrownBy(() -> bytes(again)).isInstanceOf(UncheckedIOException.class);
    }

    @Test
    void aChangedFileIsNoticed() throws IOException {
        KeyStore store = store();
        store.create(KEY);
        store.quarantine(KEY);
        Path file = folder.resolve("hsm/" + KEY + ".wrapped");
        byte[] bytes = Files.readAllBytes(file);
        bytes[0] = 'A';
        Files.write(file, bytes);
        assertThatThrownBy(() -> bytes(store)).hasMessageContaining("was changed");
    }
}
