package holdfast.vault.vectors;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import holdfast.crypto.Secret;
import holdfast.storage.FolderStore;
import holdfast.vault.Vault;
import holdfast.vault.model.Credential;
import holdfast.vault.model.Progress;
import holdfast.vault.model.VaultContext;
import holdfast.vault.model.VaultException;
import holdfast.vault.recover.RecoverProgram;
import holdfast.vault.restore.RestoreRequest;
import holdfast.vault.restore.RestoreResult;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The golden vault and every broken vector, read by the engine and by {@code recover/}. */
class VectorsTest {
    private static final Map<String, String> PASSPHRASE = Map.of("HOLDFAST_PASSWORD", VectorKeys.PASSPHRASE);

    @TempDir
    Path folder;

    @Test
    void whatIsCommittedIsWhatTheGeneratorMakes() throws IOException {
        if (Boolean.getBoolean("holdfast.vectors.write")) {
            VectorFiles.write();
        }
        Map<String, byte[]> made = VectorFiles.made();
        Map<String, byte[]> there = VectorFiles.there();
        assertThat(there.keySet()).isEqualTo(made.keySet());
        made.forEach((name, bytes) -> assertThat(there.get(name))
                .as("vectors/%s; -Dholdfast.vectors.write=true makes them anew", name)
                .isEqualTo(bytes));
    }

    @Test
    void theGoldenVaultIsRestoredByTheEngine() throws IOException {
        try (Vault vault = open(VectorFiles.FOLDER.resolve("vault"))) {
            assertThat(vault.snapshots()).hasSize(3);
            assertThat(vault.check(true, Progress.NONE).findings()).isEmpty();
            RestoreResult result = restore(vault);
            assertThat(result.failures())
                    .allSatisfy(f -> assertThat(f.path().toString()).isEqualTo("/data/odd/device"));
        }
        demandFiles();
    }

    @Test
    void theGoldenVaultIsRestoredByRecover() throws IOException {
        RecoverProgram.Outcome outcome = recover(VectorFiles.FOLDER.resolve("vault"));
        assertThat(outcome.status()).as(outcome.err()).isEqualTo(3);
        assertThat(outcome.err()).doesNotContain("DAMAGED").doesNotContain("FAILED");
        demandFiles();
    }

    @Test
    void recoverStretchesPassphrasesAsTheVectorsSay() throws IOException {
        String text = Files.readString(VectorFiles.FOLDER.resolve("primitives.txt"));
        Matcher line = Pattern.compile("argon2id passphrase=(\\S*) salt=(\\S*)\\n"
                        + " *kib=(\\d+) passes=(\\d+) lanes=(\\d+) key=(\\S*)\\n")
                .matcher(text);
        int seen = 0;
        for (; line.find(); seen++) {
            byte[] key = RecoverProgram.argon2id(
                    HexFormat.of().parseHex(line.group(1)),
                    HexFormat.of().parseHex(line.group(2)),
                    Integer.parseInt(line.group(3)),
                    Integer.parseInt(line.group(4)),
                    Integer.parseInt(line.group(5)));
            assertThat(HexFormat.of().formatHex(key)).isEqualTo(line.group(6));
        }
        assertThat(seen).isEqualTo(3);
    }

    static Stream<Vector> broken() throws IOException {
        assumeTrue(Files.isDirectory(VectorFiles.FOLDER.resolve("broken")));
        List<Path> files;
        try (Stream<Path> list = Files.list(VectorFiles.FOLDER.resolve("broken"))) {
            files = list.sorted().toList();
        }
        return files.stream().map(VectorsTest::read);
    }

    private static Vector read(Path file) {
        try {
            return Vector.parse(file.getFileName().toString().replace(".txt", ""), Files.readString(file));
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    @ParameterizedTest
    @MethodSource("broken")
    void recoverFailsAsItShould(Vector vector) throws IOException {
        RecoverProgram.Outcome outcome = recover(vaultOf(vector));
        Failure expected = Failure.of(vector.expect());
        assertThat(outcome.err()).containsPattern(expected.recover);
        switch (vector.outcome()) {
            case CLOSED -> assertThat(outcome.status()).isIn(10, 12, 14);
            case GOLDEN -> {
                assertThat(outcome.status()).isEqualTo(expected == Failure.NONE ? 3 : 14);
                demandFiles();
            }
            case LOST -> {
                assertThat(outcome.status()).isEqualTo(14);
                assertThat(outcome.err()).contains("/data/bad");
                demandLost();
            }
        }
    }

    @ParameterizedTest
    @MethodSource("broken")
    void theEngineFailsAsItShould(Vector vector) throws IOException {
        Failure expected = Failure.of(vector.expect());
        StringBuilder said = new StringBuilder();
        try (Vault vault = open(vaultOf(vector))) {
            vault.check(true, Progress.NONE)
                    .findings()
                    .forEach(finding -> said.append(finding.object() + ": " + finding.place() + finding.what() + "\n"));
            restore(vault).failures().forEach(f -> said.append(f.path() + ": " + f.reason() + "\n"));
        } catch (VaultException e) {
            said.append(e.getMessage());
        }
        assertThat(said.toString()).containsPattern(expected.engine);
        switch (vector.outcome()) {
            case CLOSED -> assertThat(folder.resolve("out")).doesNotExist();
            case GOLDEN -> demandFiles();
            case LOST -> demandLost();
        }
    }

    /** What is lost is not there under its name, or, if it is a folder, there is nothing in it. */
    private void demandLost() {
        assertThat(folder.resolve("out/data/good")).hasContent("good\n");
        String[] names = folder.resolve("out/data/bad").toFile().list();
        assertThat(names == null ? new String[0] : names).isEmpty();
        assertThat(folder.resolve("out/data/bad"))
                .satisfies(bad -> assertThat(Files.isRegularFile(bad)).isFalse());
    }

    private void demandFiles() throws IOException {
        for (String line : Files.readAllLines(VectorFiles.FOLDER.resolve("files.sha256"))) {
            byte[] bytes = Files.readAllBytes(folder.resolve("out").resolve(line.substring(66)));
            assertThat(HexFormat.of().formatHex(SeededRandom.sha256(bytes))).isEqualTo(line.substring(0, 64));
        }
    }

    private Path vaultOf(Vector vector) throws IOException {
        Path vault = folder.resolve("vault");
        Map<String, byte[]> objects = VectorFiles.there();
        for (Map.Entry<String, byte[]> object : objects.entrySet()) {
            if (object.getKey().startsWith("vault/")
                    && !vector.remove().contains(object.getKey().substring(6))) {
                write(folder.resolve(object.getKey()), object.getValue());
            }
        }
        for (Map.Entry<String, byte[]> object : vector.put().entrySet()) {
            write(vault.resolve(object.getKey()), object.getValue());
        }
        return vault;
    }

    private static void write(Path file, byte[] bytes) throws IOException {
        Files.createDirectories(file.getParent());
        Files.write(file, bytes);
    }

    private static Vault open(Path vault) throws IOException {
        return Vault.open(
                new FolderStore(vault),
                new Credential.Passphrase(Secret.owning(VectorKeys.PASSPHRASE.getBytes(UTF_8))),
                VaultContext.of(() -> GoldenVault.LATEST, new SecureRandom()));
    }

    private RestoreResult restore(Vault vault) throws IOException {
        return vault.restore(RestoreRequest.of(vault.snapshot("latest").id(), folder.resolve("out")), Progress.NONE);
    }

    private RecoverProgram.Outcome recover(Path vault) throws IOException {
        return RecoverProgram.run(
                PASSPHRASE,
                "restore",
                "-r",
                vault.toString(),
                "latest",
                "--target",
                folder.resolve("out").toString());
    }
}
