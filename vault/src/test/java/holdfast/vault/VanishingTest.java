package holdfast.vault;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import holdfast.storage.MemoryStore;
import holdfast.vault.backup.BackupRequest;
import holdfast.vault.backup.BackupResult;
import holdfast.vault.host.Host;
import holdfast.vault.host.HostAttribute;
import holdfast.vault.host.HostContent;
import holdfast.vault.host.HostFile;
import holdfast.vault.host.HostStat;
import holdfast.vault.model.FilePath;
import holdfast.vault.model.Progress;
import holdfast.vault.model.VaultException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What goes away while a backup looks at it is named, and nothing beside it is lost. */
class VanishingTest {
    @TempDir
    Path folder;

    private final MemoryStore store = new MemoryStore();
    private Vault vault;

    @BeforeEach
    void makeFiles() throws IOException {
        vault = TestVaults.create(store);
        for (String name : List.of("a", "m/inside", "m/deep/er", "z")) {
            Path file = folder.resolve("source").resolve(name);
            Files.createDirectories(file.getParent());
            Files.writeString(file, "this is " + name, UTF_8);
        }
    }

    @Test
    void aFolderThatVanishesOnceItsNameWasReadIsToldAndTheRestIsSaved() throws IOException {
        BackupResult saved = backup(whenListed("source", () -> removeTree(source("m"))));
        assertThat(saved.failures()).singleElement().satisfies(failed -> {
            assertThat(failed.path().toString()).endsWith("source/m");
            assertThat(failed.reason()).isNotEmpty();
        });
        assertThat(List.of(dump(saved, "a"), dump(saved, "z"))).containsExactly("this is a", "this is z");
    }

    @Test
    void aFolderThatVanishesBetweenItsListAndItsFilesLosesThoseAlone() throws IOException {
        BackupResult saved = backup(whenListed("m", () -> removeTree(source("m"))));
        assertThat(saved.failures())
                .extracting(failed -> failed.path().toString())
                .allMatch(path -> path.contains("/m/"));
        assertThat(saved.failures()).hasSize(2);
        assertThat(List.of(dump(saved, "a"), dump(saved, "z"))).containsExactly("this is a", "this is z");
    }

    @Test
    void whereAllOrNothingIsAskedForThereIsNoSnapshotWithoutIt() throws IOException {
        Host host = whenListed("source", () -> removeTree(source("m")));
        assertThatThrownBy(() -> vault.backup(
                        BackupRequest.of(folder.resolve("source")).reading(host).allOrNothing(), Progress.NONE))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("source/m");
        assertThat(vault.snapshots()).isEmpty();
    }

    @Test
    void aSourceThatIsNotThereAtAllMakesNoSnapshot() {
        assertThatThrownBy(() -> vault.backup(BackupRequest.of(folder.resolve("nowhere")), Progress.NONE))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("nowhere");
    }

    private BackupResult backup(Host host) throws IOException {
        return vault.backup(BackupRequest.of(folder.resolve("source")).reading(host), Progress.NONE);
    }

    private String dump(BackupResult saved, String name) throws VaultException, IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        vault.dump(saved.snapshot(), FilePath.of(source(name)), bytes);
        return bytes.toString(UTF_8);
    }

    private Path source(String name) {
        return folder.resolve("source").resolve(name);
    }

    private static void removeTree(Path top) {
        try (Stream<Path> all = Files.walk(top)) {
            for (Path each : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(each);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** This machine's files, with something done right after the folder of that name was listed. */
    private static Host whenListed(String name, Runnable act) {
        Host real = Host.here();
        return new Host() {
            @Override
            public HostFile file(byte[] path) throws IOException {
                return new Watched(real.file(path), name, act);
            }

            @Override
            public byte[] workingFolder() throws IOException {
                return real.workingFolder();
            }
        };
    }

    private record Watched(HostFile real, String watched, Runnable act) implements HostFile {
        @Override
        public List<HostFile> children() throws IOException {
            List<HostFile> children = real.children();
            if (new String(name(), UTF_8).equals(watched)) {
                act.run();
            }
            return children.stream()
                    .<HostFile>map(child -> new Watched(child, watched, act))
                    .toList();
        }

        @Override
        public byte[] name() {
            return real.name();
        }

        @Override
        public HostStat stat() {
            return real.stat();
        }

        @Override
        public HostContent open() throws IOException {
            return real.open();
        }

        @Override
        public byte[] linkTarget() throws IOException {
            return real.linkTarget();
        }

        @Override
        public List<HostAttribute> attributes() throws IOException {
            return real.attributes();
        }
    }
}
