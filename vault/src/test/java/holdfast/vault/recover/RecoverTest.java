package holdfast.vault.recover;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import holdfast.crypto.Secret;
import holdfast.storage.FolderStore;
import holdfast.vault.Vault;
import holdfast.vault.backup.BackupRequest;
import holdfast.vault.key.KeyFile;
import holdfast.vault.model.Credential;
import holdfast.vault.model.Progress;
import holdfast.vault.model.Role;
import holdfast.vault.model.VaultContext;
import holdfast.vault.model.VaultOptions;
import holdfast.vault.recover.RecoverProgram.Outcome;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.UserDefinedFileAttributeView;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the engine saved, the program in {@code recover/} gets out again: with the JDK alone, and no line of ours. */
class RecoverTest {
    private static final VaultOptions SMALL = new VaultOptions(4 << 10, 32 << 10, 128 << 10, 3);
    private static final Map<String, String> PASSWORD = Map.of("HOLDFAST_PASSWORD", "Straße 1");

    @TempDir
    Path folder;

    private Path source;
    private Path target;
    private Path ownerKey;
    private Vault vault;

    @BeforeEach
    void makeVault() throws IOException {
        source = Files.createDirectory(folder.resolve("source"));
        target = folder.resolve("target");
        ownerKey = folder.resolve("owner.key");
        VaultContext context = VaultContext.of(() -> Instant.parse("2026-03-01T10:00:00Z"), new SecureRandom());
        vault = Vault.create(
                new FolderStore(folder.resolve("vault")), KeyFile.create(ownerKey, new SecureRandom()), SMALL, context);
    }

    @Test
    void everyOddityOfATreeComesBackAndWhatAJdkCannotDoIsSaid() throws IOException {
        OddTree.make(source);
        backup();
        Outcome outcome = run("restore", "latest", "--target", target.toString());
        assertThat(outcome.status()).as(outcome.err()).isEqualTo(3);
        assertThat(outcome.err()).contains("not restored: fifo (1)").contains("names that the JDK cannot write");
        Path restored = restored();
        Files.delete(source.resolve("fifo"));
        byte[] standIn = Files.readAllBytes(restored.resolve("bad%ff"));
        assertThat(new String(standIn, UTF_8)).isEqualTo("content");
        Files.delete(restored.resolve("bad%ff"));
        removeNotUtf8(source);
        assertThat(OddTree.seen(restored)).isEqualTo(OddTree.seen(source));
        assertThat(Files.getAttribute(restored.resolve("one"), "unix:ino"))
                .isEqualTo(Files.getAttribute(restored.resolve("two"), "unix:ino"));
        var attributes = Files.getFileAttributeView(restored.resolve("attributed"), UserDefinedFileAttributeView.class);
        assertThat(attributes.list()).containsExactlyInAnyOrder("colour", "empty");
    }

    @Test
    void pathsLongerThanTheSystemTakesAreRestored() throws IOException {
        deep(source, "a");
        deep(folder, "b");
        Files.writeString(bottom(folder, "b").resolve("leaf"), "deep");
        Path joint = bottom(source, "a").resolve("b");
        Files.move(folder.resolve("b"), joint);
        backup();
        Outcome outcome = run("restore", "latest", "--target", target.toString());
        Files.move(joint, folder.resolve("b"));
        assertThat(outcome.status()).as(outcome.err()).isIn(0, 3);
        Files.move(bottom(restored(), "a").resolve("b"), target.resolve("b"));
        assertThat(bottom(target, "b").resolve("leaf")).hasContent("deep");
    }

    @Test
    void aPassphraseOpensWhatItMay() throws IOException {
        Files.writeString(source.resolve("file"), "content");
        vault.addKey(Role.READER, new Credential.Passphrase(Secret.owning("Straße 1".getBytes(UTF_8))), "people");
        backup();
        assertThat(runAs(PASSWORD, "list").out()).contains("1 files, 7 bytes").contains("yellow");
        assertThat(runAs(PASSWORD, "ls", "latest").out()).contains("/source/file");
        Outcome outcome = runAs(PASSWORD, "restore", "latest", "-t", target.toString());
        assertThat(outcome.status()).as(outcome.err()).isZero();
        assertThat(restored().resolve("file")).hasContent("content");
        assertThat(runAs(Map.of("HOLDFAST_PASSWORD", "another"), "list").status())
                .isEqualTo(12);
    }

    @Test
    void aWriterReadsNothingAndACataloguerNoContents() throws IOException {
        Files.writeString(source.resolve("file"), "content");
        backup();
        Path writer = folder.resolve("writer.key");
        vault.addKey(Role.WRITER, KeyFile.create(writer, new SecureRandom()), "host");
        for (String command : List.of("list", "ls", "restore")) {
            Outcome outcome = runWith(writer, command, "latest", "-t", target.toString());
            assertThat(outcome.status()).isEqualTo(13);
            assertThat(outcome.err()).contains("a writer's key");
        }
        Path cataloguer = folder.resolve("cataloguer.key");
        vault.addKey(Role.CATALOGUER, KeyFile.create(cataloguer, new SecureRandom()), "server");
        assertThat(runWith(cataloguer, "ls", "latest").out()).contains("/source/file");
        Outcome outcome = runWith(cataloguer, "restore", "latest", "-t", target.toString());
        assertThat(outcome.status()).isEqualTo(13);
        assertThat(outcome.err()).contains("a cataloguer's key");
        assertThat(target).doesNotExist();
    }

    @Test
    void onlyWhatIsIncludedIsRestored() throws IOException {
        Files.createDirectories(source.resolve("a/b"));
        Files.writeString(source.resolve("a/b/file"), "wanted");
        Files.writeString(source.resolve("a/c"), "not wanted");
        backup();
        Outcome outcome = run("restore", "latest", "-t", target.toString(), "-i", source + "/a/b");
        assertThat(outcome.status()).as(outcome.err()).isZero();
        assertThat(restored().resolve("a/b/file")).hasContent("wanted");
        assertThat(restored().resolve("a/c")).doesNotExist();
    }

    @Test
    void anIndexIsNotNeeded() throws IOException {
        random("file", 100_000);
        backup();
        deleteAll(folder.resolve("vault/index"));
        assertThat(run("restore", "latest", "-t", target.toString()).status()).isZero();
        assertThat(restored().resolve("file")).hasSameBinaryContentAs(source.resolve("file"));
    }

    @Test
    void damageIsNamedAndTheRestRestored() throws IOException {
        for (int i = 0; i < 20; i++) {
            random("file" + i, 50_000);
        }
        backup();
        List<Path> packs = packs();
        Path largest =
                packs.stream().max((a, b) -> Long.compare(size(a), size(b))).orElseThrow();
        try (RandomAccessFile pack = new RandomAccessFile(largest.toFile(), "rw")) {
            pack.seek(40_000);
            int there = pack.read();
            pack.seek(40_000);
            pack.write(there ^ 1);
        }
        Outcome outcome = run("restore", "latest", "-t", target.toString());
        assertThat(outcome.status()).isEqualTo(14);
        List<String> damaged =
                outcome.err().lines().filter(line -> line.startsWith("DAMAGED")).toList();
        assertThat(damaged).isNotEmpty().allSatisfy(line -> assertThat(line).contains("/source/file"));
        long whole = 0;
        for (int i = 0; i < 20; i++) {
            Path file = restored().resolve("file" + i);
            if (Files.exists(file)) {
                whole++;
                assertThat(file).hasSameBinaryContentAs(source.resolve("file" + i));
            } else {
                assertThat(file.resolveSibling("file" + i + ".damaged")).hasSize(50_000);
            }
        }
        assertThat(whole).isBetween(15L, 19L);
    }

    @Test
    void aPackWithoutItsEndIsReadThroughTheIndex() throws IOException {
        random("file", 100_000);
        backup();
        for (Path pack : packs()) {
            try (RandomAccessFile file = new RandomAccessFile(pack.toFile(), "rw")) {
                file.setLength(file.length() - 10);
            }
        }
        Outcome outcome = run("restore", "latest", "-t", target.toString());
        assertThat(outcome.status()).isEqualTo(14);
        assertThat(restored().resolve("file")).hasSameBinaryContentAs(source.resolve("file"));
    }

    private void backup() throws IOException {
        vault.backup(BackupRequest.of(source).from("yellow"), Progress.NONE);
    }

    private Outcome run(String... arguments) throws IOException {
        return runWith(ownerKey, arguments);
    }

    private Outcome runWith(Path keyFile, String... arguments) throws IOException {
        return runAs(Map.of("HOLDFAST_KEY_FILE", keyFile.toString()), arguments);
    }

    private Outcome runAs(Map<String, String> environment, String... arguments) throws IOException {
        String[] all = Stream.concat(
                        Stream.of(arguments),
                        Stream.of("-r", folder.resolve("vault").toString()))
                .toArray(String[]::new);
        return RecoverProgram.run(environment, all);
    }

    private Path restored() {
        return target.resolve(source.toAbsolutePath().toString().substring(1));
    }

    private void random(String name, int length) throws IOException {
        byte[] bytes = new byte[length];
        new Random(name.hashCode()).nextBytes(bytes);
        Files.write(source.resolve(name), bytes);
    }

    private List<Path> packs() throws IOException {
        try (Stream<Path> all = Files.walk(folder.resolve("vault/packs"))) {
            return all.filter(Files::isRegularFile).toList();
        }
    }

    private static long size(Path file) {
        return file.toFile().length();
    }

    private static void deleteAll(Path top) throws IOException {
        try (Stream<Path> all = Files.list(top)) {
            for (Path file : all.toList()) {
                Files.delete(file);
            }
        }
    }

    /** Twelve folders of two hundred letters, one in the other. */
    private static void deep(Path top, String first) throws IOException {
        Files.createDirectories(bottom(top, first));
    }

    private static Path bottom(Path top, String first) {
        Path path = top.resolve(first);
        for (int i = 0; i < 12; i++) {
            path = path.resolve("x".repeat(200));
        }
        return path;
    }

    private static void removeNotUtf8(Path in) throws IOException {
        try (var entries = Files.newDirectoryStream(in, "bad*")) {
            for (Path entry : entries) {
                Files.delete(entry);
            }
        }
    }
}
