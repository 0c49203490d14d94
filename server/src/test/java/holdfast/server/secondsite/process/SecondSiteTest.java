package holdfast.server.secondsite.process;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import holdfast.crypto.SigningKey;
import holdfast.ledger.AddCheckpoint;
import holdfast.ledger.FolderDisk;
import holdfast.ledger.Log;
import holdfast.ledger.NoteKey;
import holdfast.ledger.SignedNote;
import holdfast.server.secondsite.Alarm;
import holdfast.server.secondsite.Heartbeat;
import holdfast.server.secondsite.HeldDue;
import holdfast.server.secondsite.SecondSiteClient;
import holdfast.storage.ObjectName;
import holdfast.storage.http.HttpStore;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SecondSiteTest {
    private static final Instant START = Instant.parse("2024-12-23T01:00:00Z");
    private final SecureRandom random = new SecureRandom();

    @TempDir
    Path folder;

    private SecondSite site;
    private SecondSiteClient client;

    @BeforeEach
    void start() throws IOException {
        SecondSite.Options options = new SecondSite.Options(
                folder.resolve("site"),
                new InetSocketAddress(InetAddress.getLoopbackAddress(), 0),
                "w.example/1",
                Duration.ofMinutes(2),
                List.of(),
                true);
        site = SecondSite.start(options, InstantSource.fixed(START), random);
        client = new SecondSiteClient(site.url(), site.token());
    }

    @AfterEach
    void stop() {
        site.close();
    }

    private void restart() throws IOException {
        site.close();
        start();
    }

    private Heartbeat beat(Instant clock) {
        HeldDue due = new HeldDue(
                "d1",
                "receipt",
                "consignment:1",
                START.plusSeconds(3600),
                START.plusSeconds(3600),
                List.of("manager", "head"));
        return new Heartbeat("tower", clock, List.of(due));
    }

    private List<String> kinds() throws IOException {
        return client.report().alarms().stream().map(Alarm::kind).toList();
    }

    @Test
    void silenceRingsByItselfAndSoDoesWhatFallsDueMeanwhile() throws IOException {
        client.beat(beat(START));
        client.setDrillClock(START.plusSeconds(119));
        client.drillTick();
        assertThat(kinds()).isEmpty();
        client.setDrillClock(START.plusSeconds(121));
        client.drillTick();
        client.drillTick();
        assertThat(kinds()).containsExactly("silence");
        restart();
        client.setDrillClock(START.plusSeconds(3600));
        client.drillTick();
        assertThat(kinds()).containsExactly("silence", "overdue");
        assertThat(client.report().alarms().getLast().text())
                .contains("consignment:1")
                .contains("manager, head");
    }

    @Test
    void aSiteThatSpeaksIsNotSilent() throws IOException {
        for (int minute = 0; minute < 60; minute++) {
            client.setDrillClock(START.plusSeconds(60L * minute));
            client.beat(beat(START.plusSeconds(60L * minute)));
            client.drillTick();
        }
        assertThat(kinds()).isEmpty();
    }

    @Test
    void aSiteThatLivesButDoesNotRingIsRungFor() throws IOException {
        Instant late = START.plusSeconds(3600 + 121);
        client.beat(beat(START));
        client.setDrillClock(late);
        client.beat(beat(late));
        assertThat(kinds()).as("it may be about to ring").isEmpty();
        client.beat(beat(late));
        assertThat(kinds()).containsExactly("not-rung");
    }

    @Test
    void junkUnderATrueNameIsRefused() throws IOException {
        String hash = "ab".repeat(32);
        assertThatThrownBy(() -> client.store().put(new ObjectName("packs/ab/" + hash), new byte[] {1}))
                .hasMessageContaining("is the hash of");
        assertThat(client.store().list("")).isEmpty();
    }

    @Test
    void oneFolderHasOneSecondSite() {
        assertThatThrownBy(this::start).hasMessageContaining("another second site is running");
    }

    @Test
    void aClockThatGoesBackRings() throws IOException {
        client.beat(beat(START));
        client.beat(beat(START.minusSeconds(60)));
        assertThat(kinds()).containsExactly("clock-back");
        client.beat(beat(START.plusSeconds(1000)));
        assertThat(kinds()).containsExactly("clock-back", "clock-apart");
    }

    @Test
    void theWitnessRefusesARewrittenHistoryAndRings() throws Exception {
        SigningKey key = SigningKey.generate(random);
        Log log = Log.create(new FolderDisk(folder.resolve("a")), "log.example/1", key);
        log.append(List.of("one".getBytes(UTF_8), "two".getBytes(UTF_8)));
        assertThat(submit(0, log).statusCode()).isEqualTo(404);
        client.trustLog(log.publicKey().vkey());
        HttpResponse<String> cosigned = submit(0, log);
        NoteKey witness = NoteKey.parse(client.witnessKey());
        assertThat(log.cosigned(SignedNote.Line.parse(cosigned.body().strip()), witness))
                .isTrue();
        restart();
        assertThat(submit(0, log).body().strip()).isEqualTo("2");

        Log other = Log.create(new FolderDisk(folder.resolve("b")), "log.example/1", key);
        other.append(List.of("one".getBytes(UTF_8), "2".getBytes(UTF_8), "3".getBytes(UTF_8)));
        assertThat(submit(2, other).statusCode()).isEqualTo(422);
        assertThat(kinds()).containsExactly("ledger-rewritten");
        String stranger = new NoteKey(
                        "log.example/1",
                        NoteKey.Type.ED25519,
                        SigningKey.generate(random).verifyingKey())
                .vkey();
        assertThatThrownBy(() -> client.trustLog(stranger)).hasMessageContaining("known by another key");
    }

    private HttpResponse<String> submit(long old, Log log) throws Exception {
        byte[] body = new AddCheckpoint(old, log.consistency(old), log.note()).encode();
        return HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(URI.create(client.witness() + "/add-checkpoint"))
                                .POST(HttpRequest.BodyPublishers.ofByteArray(body))
                                .build(),
                        HttpResponse.BodyHandlers.ofString(UTF_8));
    }

    @Test
    void whatArrivesDamagedIsNotKept() throws Exception {
        HttpRequest request = HttpRequest.newBuilder(URI.create(site.url() + "/vault/packs/00"))
                .header("Authorization", "Bearer " + site.token())
                .header(HttpStore.DIGEST_HEADER, "00")
                .PUT(HttpRequest.BodyPublishers.ofString("x"))
                .build();
        assertThat(HttpClient.newHttpClient()
                        .send(request, HttpResponse.BodyHandlers.discarding())
                        .statusCode())
                .isEqualTo(422);
        assertThat(client.store().exists(new ObjectName("packs/00"))).isFalse();
    }

    @Test
    void withoutTheTokenNothingIsSaidOrTaken() throws Exception {
        SecondSiteClient stranger = new SecondSiteClient(site.url(), "x".repeat(64));
        assertThatThrownBy(stranger::report).hasMessageContaining("401");
        assertThatThrownBy(() -> stranger.setDrillClock(START)).hasMessageContaining("401");
        assertThatThrownBy(() -> stranger.trustLog("x")).hasMessageContaining("401");
        assertThatThrownBy(() -> stranger.store().put(new ObjectName("a"), new byte[1]))
                .hasMessageContaining("token");
        assertThatThrownBy(() -> stranger.store().list("")).hasMessageContaining("token");
        assertThat(stranger.toString() + stranger.store()).doesNotContain("xxxx");
        assertThat(Files.getPosixFilePermissions(folder.resolve("site/token"))).hasSize(2);
    }
}
