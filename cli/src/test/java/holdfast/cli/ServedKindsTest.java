package holdfast.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import holdfast.storage.Digests;
import holdfast.storage.FolderStore;
import holdfast.storage.ObjectName;
import holdfast.storage.ObjectStore;
import holdfast.storage.StoreFullException;
import holdfast.storage.StoredObject;
import holdfast.storage.http.Fingerprint;
import holdfast.storage.http.HttpStore;
import holdfast.storage.http.Patience;
import holdfast.storage.http.Pin;
import holdfast.storage.http.StoreRefusedException;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What a host's token puts, by the kind of object, whatever command or program is used. */
class ServedKindsTest extends ServedStoreFixture {
    @Test
    void aWritersTokenPutsWhatWritersMakeAndNothingOfTheOwners() throws IOException {
        assertThat(run("init")).as(err).isZero();
        ObjectStore host = host();
        byte[] junk = {1, 2, 3};
        for (String kind : List.of("packs/03/", "index/", "snapshots/")) {
            host.put(named(kind, junk), junk);
        }
        for (String kind : List.of("keys/", "enrolled/", "revoked/", "forgotten/", "doomed/", "anything/", "")) {
            assertThatThrownBy(() -> host.put(named(kind, junk), junk))
                    .as(kind)
                    .isInstanceOf(StoreRefusedException.class)
                    .hasMessageContaining("signature of the vault's owner");
        }
    }

    @Test
    void aSlotAndAnEnrolmentThatWereTakenBackAreNotPutAgain() throws IOException {
        assertThat(run("init")).as(err).isZero();
        Path writer = folder.resolve("writer");
        List<StoredObject> before = owners();
        assertThat(run("key", "add", "--role", "writer", "--new-key-file", writer.toString()))
                .as(err)
                .isZero();
        List<StoredObject> added = owners();
        added.removeAll(before);
        assertThat(added).as("a slot and an enrolment").hasSize(2);
        FolderStore served = new FolderStore(folder.resolve("served"));
        for (StoredObject object : added) {
            byte[] kept = served.get(object.name());
            served.delete(object.name());
            assertThatThrownBy(() -> host().put(object.name(), kept)).isInstanceOf(StoreRefusedException.class);
        }
    }

    @Test
    void anOwnerTakesAWritersKeyBackOverHttpsAndWhatItPutsLaterCountsForNothing() throws IOException {
        assertThat(run("init")).as(err).isZero();
        Path writer = folder.resolve("writer");
        assertThat(run("key", "add", "--role", "writer", "--new-key-file", writer.toString()))
                .as(err)
                .isZero();
        String source = folder.resolve("source").toString();
        assertThat(run("backup", source, "--key-file", writer.toString()))
                .as(err)
                .isZero();
        // The holder keeps the whole vault at home, backs up there, and puts what came of it.
        String served = vault;
        vault = folder.resolve("home").toString();
        assertThat(execute(List.of(
                        "copy",
                        vault,
                        "-r",
                        served,
                        "--stores",
                        stores.toString(),
                        "--key-file",
                        writer.toString(),
                        "--no-cache")))
                .as(err)
                .isZero();
        assertThat(run("backup", source, "--tag", "late", "--key-file", writer.toString()))
                .as(err)
                .isZero();
        vault = served;
        assertThat(run("key", "list", "--json")).isZero();
        String id = out.lines()
                .filter(line -> line.contains("writer"))
                .findFirst()
                .orElseThrow()
                .substring(7, 71);
        assertThat(run("key", "remove", id)).as(err).isZero();
        ObjectStore host = host();
        FolderStore home = new FolderStore(folder.resolve("home"));
        for (String kind : List.of("packs/", "index/", "snapshots/")) {
            try (Stream<StoredObject> made = home.list(kind)) {
                for (StoredObject object : made.toList()) {
                    host.put(object.name(), home.get(object.name()));
                }
            }
        }
        assertThat(run("snapshots", "--json")).as(err).isZero();
        assertThat(out.lines()).hasSize(1).noneMatch(line -> line.contains("late"));
        assertThat(run("check", "--read-data")).as(out + err).isZero();
        assertThat(run("prune")).as(err).isZero();
    }

    @Test
    void anOwnerForgetsPrunesAndCopiesToAServedStore() throws IOException {
        assertThat(run("init")).as(err).isZero();
        assertThat(run("backup", folder.resolve("source").toString())).as(err).isZero();
        assertThat(run("backup", folder.resolve("source").toString())).as(err).isZero();
        assertThat(run("forget", "--keep-last", "1", "--prune")).as(err).isZero();
        assertThat(owners()).extracting(object -> object.name().value()).anyMatch(name -> name.startsWith("forgotten"));

        String served = vault;
        vault = folder.resolve("local").toString();
        assertThat(run("init", "--like", served)).as(err).isZero();
        assertThat(run(
                        "key",
                        "add",
                        "--role",
                        "writer",
                        "--new-key-file",
                        folder.resolve("w").toString()))
                .as(err)
                .isZero();
        assertThat(run("copy", served)).as("with the owner's key: " + err).isZero();
        assertThat(run(
                        "key",
                        "add",
                        "--role",
                        "writer",
                        "--new-key-file",
                        folder.resolve("v").toString()))
                .as(err)
                .isZero();
        String writer = folder.resolve("v").toString();
        assertThat(run("copy", served, "--key-file", writer))
                .as("with another's key")
                .isEqualTo(ExitCodes.STORE_REFUSED);
        admitTo(served, "mirror", "--mirror");
        assertThat(run("copy", served, "--key-file", writer)).as(err).isZero();
    }

    @Test
    void aQuotaIsUsedToItsLastByteAndWhatIsThereAlreadyCostsNothing() throws IOException {
        assertThat(run("init")).as(err).isZero();
        admit("edge", "--quota", "3");
        ObjectStore host = host();
        byte[] three = {1, 2, 3};
        host.put(named("snapshots/", three), three);
        host.put(named("snapshots/", three), three);
        byte[] one = {4};
        assertThatThrownBy(() -> host.put(named("snapshots/", one), one))
                .isInstanceOf(StoreFullException.class)
                .hasMessageContaining("edge may put 3 bytes here and has put 3");
        assertThat(host.exists(named("snapshots/", one))).isFalse();
        assertThat(host.get(named("snapshots/", three))).isEqualTo(three);
    }

    private void admitTo(String url, String name, String... options) throws IOException {
        vault = url;
        admit(name, options);
        vault = folder.resolve("local").toString();
    }

    /** Any program that holds the host's token. */
    private ObjectStore host() throws IOException {
        String[] line = Files.readString(stores).strip().split(" ", -1);
        Pin pin = new Pin(Fingerprint.parse(line[2]), InstantSource.system());
        return HttpStore.pinned(URI.create(line[0].replaceFirst("/$", "")), line[1], pin, Patience.usual());
    }

    /** What only the owner makes. */
    private List<StoredObject> owners() throws IOException {
        try (Stream<StoredObject> all = new FolderStore(folder.resolve("served")).list("")) {
            return new ArrayList<>(all.filter(object -> object.name().value().matches("(keys|enrolled|forgotten)/.*"))
                    .toList());
        }
    }

    private static ObjectName named(String kind, byte[] bytes) {
        return new ObjectName(kind + HexFormat.of().formatHex(Digests.sha256().digest(bytes)));
    }
}
