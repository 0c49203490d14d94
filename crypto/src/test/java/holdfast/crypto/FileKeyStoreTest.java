package holdfast.crypto;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HexFormat;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FileKeyStoreTest extends KeyStoreContract {
    private static final InstantSource CLOCK = InstantSource.fixed(Instant.parse("2024-12-23T01:00:00Z"));
    private final SecureRandom random = new SecureRandom();

    @TempDir
    Path folder;

    @Override
    KeyStore store() {
        return made(keyFile());
    }

    @Override
    KeyStore reopened() {
        return opened(keyFile());
    }

    @Test
    void aPassphraseOpensItAndAnotherDoesNot() {
        made(passphrase("seven tapes in a case")).create(KEY);
        assertThat(bytes(opened(passphrase("seven tapes in a case")))).hasSize(32);
        assertThatThrownBy(() -> opened(passphrase("eight tapes in a case")))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("this passphrase does not open key store 'tower'");
        assertThatThrownBy(() -> opened(keyFile())).hasMessageContaining("opened by a passphrase, not by a key-file");
    }

    @Test
    void noKeyLiesInTheFolderInPlainNorDoesItsHexForm() throws IOException {
        KeyStore store = store();
        store.create(KEY);
        String key = new String(bytes(store), java.nio.charset.StandardCharsets.ISO_8859_1);
        String hex = HexFormat.of().formatHex(bytes(store));
        try (Stream<Path> files = Files.list(folder.resolve("keys"))) {
            assertThat(files.toList())
                    .hasSizeGreaterThan(3)
                    .allSatisfy(file -> assertThat(Files.readString(file, java.nio.charset.StandardCharsets.ISO_8859_1))
                            .doesNotContain(key)
                            .doesNotContain(hex));
        }
    }

    @Test
    void everyFlippedBitOfAKeptKeyIsNoticed() throws IOException {
        KeyStore store = store();
        store.create(KEY);
        Path file = folder.resolve("keys/" + KEY + ".key");
        byte[] whole = Files.readAllBytes(file);
        for (int bit = 0; bit < whole.length * 8; bit++) {
            byte[] flipped = whole.clone();
            flipped[bit / 8] ^= (byte) (1 << (bit % 8));
            Files.write(file, flipped);
            assertThatThrownBy(() -> bytes(store))
                    .isInstanceOf(UncheckedIOException.class)
                    .hasMessageContaining("was changed");
        }
    }

    @Test
    void aKeyFileUnderAnotherKeysNameIsNoticed() throws IOException {
        KeyStore store = store();
        store.create(KEY);
        Files.copy(folder.resolve("keys/" + KEY + ".key"), folder.resolve("keys/cartridge.HF0002L9.key"));
        assertThatThrownBy(() -> store.use(new KeyName("cartridge.HF0002L9"), "test", Secret::length))
                .isInstanceOf(UncheckedIOException.class);
    }

    @Test
    void aHalfWrittenFileOfACrashDisturbsNothing() throws IOException {
        KeyStore store = store();
        store.create(KEY);
        Files.writeString(folder.resolve("keys/." + KEY + ".key.new"), "half");
        assertThat(store.keys()).hasSize(1);
        assertThat(store.quarantine(KEY).state()).isEqualTo(KeyState.QUARANTINED);
    }

    @Test
    void aJournalCutInALineGoesOnWithTheNext() throws IOException {
        KeyStore store = store();
        store.create(KEY);
        bytes(store);
        Path journal = folder.resolve("keys/journal");
        Files.writeString(journal, Files.readString(journal) + "1 2024-12-23T01:0");
        bytes(store);
        assertThat(store.uses()).extracting(JournalledUse::sequence).containsExactly(0L, 1L);
    }

    @Test
    void aChangedLineOfTheJournalIsNamed() throws IOException {
        KeyStore store = store();
        store.create(KEY);
        store.use(KEY, "write", Secret::length);
        store.use(KEY, "read in secret", Secret::length);
        store.use(KEY, "write", Secret::length);
        Path journal = folder.resolve("keys/journal");
        Files.writeString(journal, Files.readString(journal).replace("read in secret", "write"));
        assertThatThrownBy(store::uses).hasMessageEndingWith("was changed at line 2");
    }

    @Test
    void aLongJournalGoesOn() {
        KeyStore store = store();
        store.create(KEY);
        for (int i = 0; i < 40; i++) {
            store.use(KEY, "驗".repeat(600), Secret::length);
        }
        assertThat(store.uses()).hasSize(40);
    }

    @Test
    void aSecondStoreInTheSameFolderIsRefused() {
        store();
        assertThatThrownBy(this::store).hasMessageContaining("already");
    }

    @Test
    void aStoreOfALaterFormatIsSaidToBeSo() throws IOException {
        store();
        Path file = folder.resolve("keys/store");
        Files.writeString(file, Files.readString(file).replace("holdfast-keystore 1", "holdfast-keystore 2"));
        assertThatThrownBy(this::reopened).hasMessageContaining("which this program does not know");
    }

    @Test
    void aKeyIsCopiedFromStoreToStoreAndACopyStandsAlone() throws IOException {
        KeyStore tower = store();
        MasterSecret other = new MasterSecret.KeyFile(folder.resolve("other-master"));
        KeyStore queensway = FileKeyStore.create(folder.resolve("other"), "queensway", other, CLOCK, random);
        tower.create(KEY);
        assertThat(tower.copyTo(queensway, KEY, "copy").store()).isEqualTo("queensway");
        assertThat(bytes(queensway)).isEqualTo(bytes(tower));
        tower.destroy(KEY);
        assertThat(bytes(queensway)).hasSize(32);
    }

    private KeyStore made(MasterSecret master) {
        try {
            return FileKeyStore.create(folder.resolve("keys"), "tower", master, CLOCK, random);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private KeyStore opened(MasterSecret master) {
        try {
            return FileKeyStore.open(folder.resolve("keys"), master, CLOCK, random);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private MasterSecret keyFile() {
        return new MasterSecret.KeyFile(folder.resolve("master"));
    }

    private static MasterSecret passphrase(String text) {
        return new MasterSecret.Passphrase(Secret.owning(text.getBytes(UTF_8)));
    }
}
