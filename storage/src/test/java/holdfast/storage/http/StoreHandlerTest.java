package holdfast.storage.http;

import static holdfast.storage.ObjectStoreContract.named;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import holdfast.storage.DeleteRefusedException;
import holdfast.storage.ObjectName;
import holdfast.storage.ObjectStore;
import holdfast.storage.PutRefusedException;
import holdfast.storage.StoreFullException;
import holdfast.storage.StoredObject;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What somebody tries who has a token, or none. */
class StoreHandlerTest {
    private static final byte[] BYTES = "seven tapes".getBytes(UTF_8);
    private static final byte[] OTHER_BYTES = {1, 2, 3};
    private static final ObjectName NAME = named("packs", BYTES);
    private static final ObjectName OTHER = named("packs", OTHER_BYTES);

    @TempDir
    Path folder;

    @SuppressWarnings("NullAway.Init")
    private TestServer server;

    private HttpStore serve(ServingLimits limits, String token) throws IOException {
        server = new TestServer(folder, limits, UnaryOperator.identity());
        return server.client(token);
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void anObjectThatIsNotTheOneOfItsNameIsNotKept() throws IOException {
        HttpStore store = serve(ServingLimits.NONE, "writer");
        assertThatThrownBy(() -> store.put(NAME, "junk".getBytes(UTF_8)))
                .isInstanceOf(PutRefusedException.class)
                .hasMessageContaining(NAME.value());
        assertThatThrownBy(() -> store.put(new ObjectName("packs/some"), BYTES))
                .isInstanceOf(PutRefusedException.class)
                .hasMessageContaining("named by their hashes");
        assertThat(everything()).isEmpty();
    }

    @Test
    void theConfigIsTakenOnce() throws IOException {
        HttpStore store = serve(ServingLimits.NONE, "writer");
        ObjectName config = new ObjectName("config");
        store.put(config, BYTES);
        store.put(config, BYTES);
        assertThatThrownBy(() -> store.put(config, new byte[1])).isInstanceOf(PutRefusedException.class);
        assertThat(store.get(config)).isEqualTo(BYTES);
    }

    @Test
    void aRottenObjectIsMendedByPuttingItAgain() throws IOException {
        HttpStore store = serve(ServingLimits.NONE, "writer");
        store.put(NAME, BYTES);
        Files.write(folder.resolve(NAME.value()), new byte[] {1});
        store.put(NAME, BYTES);
        assertThat(store.get(NAME)).isEqualTo(BYTES);
    }

    @Test
    void aReaderOnlyReadsAndAStrangerNothing() throws IOException {
        HttpStore writer = serve(ServingLimits.NONE, "writer");
        writer.put(NAME, BYTES);
        HttpStore reader = server.client("reader");
        assertThat(reader.get(NAME)).isEqualTo(BYTES);
        assertThatThrownBy(() -> reader.put(OTHER, OTHER_BYTES)).isInstanceOf(StoreRefusedException.class);
        assertThatThrownBy(() -> reader.approvedBy(TestServer.OWNER).delete(NAME))
                .isInstanceOf(DeleteRefusedException.class);
        HttpStore stranger = server.client("guess");
        assertThatThrownBy(() -> stranger.get(NAME)).hasMessageContaining("does not know our token");
        assertThatThrownBy(() -> stranger.list("")).hasMessageContaining("does not know our token");
        assertThatThrownBy(() -> stranger.put(OTHER, OTHER_BYTES)).hasMessageContaining("does not know our token");
        assertThat(stranger.toString()).doesNotContain("guess");
    }

    @Test
    void whatIsNoObjectIsNotServed() throws Exception {
        serve(ServingLimits.NONE, "writer");
        Files.createDirectories(folder.resolve(".serve"));
        Files.writeString(folder.resolve(".serve/tokens"), "secret");
        Files.writeString(folder.resolveSibling("outside"), "secret");
        for (String path : List.of("/.serve/tokens", "/../outside", "/%2e%2e/outside", "/tmp/1-1", "//etc/passwd")) {
            assertThat(raw("GET", path, new byte[0]).body()).doesNotContain("secret");
        }
    }

    @Test
    void aSignatureDeletesOnceAndOnlyTheNamesThatItWasMadeFor() throws Exception {
        HttpStore store = serve(ServingLimits.NONE, "writer");
        store.put(NAME, BYTES);
        store.put(OTHER, OTHER_BYTES);
        String challenge = raw("POST", "?challenge", new byte[0]).body().strip();
        byte[] words = OwnersWord.words("delete", challenge, List.of(NAME));
        byte[] signature = TestServer.OWNER.sign(words);
        byte[] others = OwnersWord.words("delete", challenge, List.of(OTHER));
        assertThat(delete(others, signature)).isEqualTo(403);
        assertThat(delete(words, signature)).isEqualTo(200);
        store.put(NAME, BYTES);
        assertThat(delete(words, signature)).as("replayed").isEqualTo(OwnersWord.CHALLENGE_GONE);
        byte[] invented = OwnersWord.words("delete", "00".repeat(32), List.of(NAME));
        assertThat(delete(invented, TestServer.OWNER.sign(invented)))
                .as("a challenge that the server never gave")
                .isEqualTo(OwnersWord.CHALLENGE_GONE);
        assertThat(everything()).contains(NAME.value(), OTHER.value());
    }

    @Test
    void whatIsTheOwnersToPutIsTakenWithTheOwnersSignatureAlone() throws IOException {
        HttpStore store = serve(ServingLimits.NONE, "writer");
        ObjectName owners = named("owners", BYTES);
        assertThatThrownBy(() -> store.put(owners, BYTES))
                .isInstanceOf(StoreRefusedException.class)
                .hasMessageContaining(owners.value())
                .hasMessageContaining("owner");
        assertThatThrownBy(() -> store.approvedBy(words -> new byte[64]).put(owners, BYTES))
                .isInstanceOf(StoreRefusedException.class)
                .hasMessageContaining("did not sign");
        assertThat(everything()).isEmpty();
        store.approvedBy(TestServer.OWNER).put(owners, BYTES);
        assertThat(store.get(owners)).isEqualTo(BYTES);
    }

    @Test
    void aSignaturePutsOnceAndOnlyTheObjectThatItWasMadeFor() throws Exception {
        serve(ServingLimits.NONE, "writer");
        ObjectName signed = named("owners", BYTES);
        ObjectName other = named("owners", OTHER_BYTES);
        String challenge = raw("POST", "?challenge", new byte[0]).body().strip();
        byte[] words = OwnersWord.words("put", challenge, List.of(signed));
        byte[] forDeleting = OwnersWord.words("delete", challenge, List.of(signed));
        assertThat(put(other, OTHER_BYTES, challenge, words)).isEqualTo(403);
        assertThat(put(signed, BYTES, challenge, forDeleting)).isEqualTo(403);
        assertThat(put(signed, OTHER_BYTES, "00".repeat(32), words))
                .as("another challenge")
                .isEqualTo(403);
        assertThat(everything()).isEmpty();
        assertThat(put(signed, BYTES, challenge, words)).isEqualTo(201);
        assertThat(put(signed, BYTES, challenge, words)).as("replayed").isEqualTo(OwnersWord.CHALLENGE_GONE);
    }

    private int put(ObjectName name, byte[] bytes, String challenge, byte[] words) throws Exception {
        return send(request("/" + name)
                        .header(OwnersWord.CHALLENGE_HEADER, challenge)
                        .header(OwnersWord.SIGNATURE_HEADER, HexFormat.of().formatHex(TestServer.OWNER.sign(words)))
                        .PUT(BodyPublishers.ofByteArray(bytes)))
                .statusCode();
    }

    @Test
    void whatIsYoungerThanTheServerKeepsIsNotDeletedEvenForTheOwner() throws IOException {
        HttpStore store = serve(new ServingLimits(1 << 20, Duration.ofDays(30), Shares.UNLIMITED), "writer");
        store.put(NAME, BYTES);
        store.put(OTHER, OTHER_BYTES);
        age(OTHER, Duration.ofDays(31));
        ObjectStore owners = store.approvedBy(TestServer.OWNER);
        assertThatThrownBy(() -> owners.delete(List.of(OTHER, NAME)))
                .isInstanceOf(DeleteRefusedException.class)
                .hasMessageContaining("younger");
        assertThat(everything()).hasSize(2);
        owners.delete(OTHER);
        assertThat(everything()).containsExactly(NAME.value());
    }

    private void age(ObjectName name, Duration age) throws IOException {
        Instant then = server.folder.now().minus(age);
        Files.setLastModifiedTime(folder.resolve(name.value()), FileTime.from(then));
    }

    @Test
    void aFullShareIsToldAndWhatFailedCostsNothing() throws IOException {
        AtomicInteger taken = new AtomicInteger();
        HttpStore store = serve(new ServingLimits(100, Duration.ZERO, sharesOf(20, taken)), "writer");
        assertThatThrownBy(() -> store.put(NAME, "junk".getBytes(UTF_8))).isInstanceOf(PutRefusedException.class);
        assertThat(taken).hasValue(0);
        store.put(NAME, BYTES);
        assertThat(taken).hasValue(BYTES.length);
        assertThatThrownBy(() -> store.put(named("packs", new byte[50]), new byte[50]))
                .isInstanceOf(StoreFullException.class)
                .hasMessageContaining("share");
        assertThatThrownBy(() -> store.put(named("packs", new byte[101]), new byte[101]))
                .hasMessageContaining("413");
    }

    private static Shares sharesOf(int most, AtomicInteger taken) {
        return new Shares() {
            @Override
            public void take(Caller caller, ObjectName name, long bytes) throws StoreFullException {
                if (taken.get() + bytes > most) {
                    throw new StoreFullException("the share of " + caller.name() + " is used up", null);
                }
                taken.addAndGet((int) bytes);
            }

            @Override
            public void giveBack(Collection<ObjectName> names) {
                taken.set(0);
            }
        };
    }

    @Test
    void aServerThatDoesNotAnswerIsToldApartFromOneThatRefuses() throws IOException {
        HttpStore store = serve(ServingLimits.NONE, "writer");
        server.close();
        assertThatThrownBy(() -> store.get(NAME)).isInstanceOf(StoreUnreachableException.class);
    }

    private List<String> everything() throws IOException {
        try (Stream<StoredObject> all = server.folder.list("")) {
            return all.map(object -> object.name().value()).toList();
        }
    }

    private int delete(byte[] words, byte[] signature) throws Exception {
        return send(request("?delete")
                        .header(OwnersWord.SIGNATURE_HEADER, HexFormat.of().formatHex(signature))
                        .POST(BodyPublishers.ofByteArray(words)))
                .statusCode();
    }

    private HttpResponse<String> raw(String method, String path, byte[] body) throws Exception {
        return send(request(path).method(method, BodyPublishers.ofByteArray(body)));
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(server.base() + path)).header("Authorization", "Bearer writer");
    }

    private static HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
        try (HttpClient client = HttpClient.newHttpClient()) {
            return client.send(request.build(), HttpResponse.BodyHandlers.ofString(UTF_8));
        }
    }
}
