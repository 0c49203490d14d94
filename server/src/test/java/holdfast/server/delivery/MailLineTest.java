package holdfast.server.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MailLineTest {
    @TempDir
    Path folder;

    @Test
    void aMessageIsTakenWholeAndTheLineIsReused() throws Exception {
        try (DrillReceiver receiver = DrillReceiver.open(folder, 0);
                MailLine line = new MailLine(route(receiver.port()))) {
            for (int i = 0; i < 3; i++) {
                assertThat(line.hand("p" + i + "@example.org", message(i))).isInstanceOf(Handed.Accepted.class);
            }
            assertThat(receiver.count()).isEqualTo(3);
            assertThat(receiver.accepted("<m1@test>")).isTrue();
            assertThat(receiver.accepted("<m9@test>")).isFalse();
        }
        assertThat(Files.readAllBytes(folder.resolve("first/002.eml"))).isEqualTo(message(1));
        assertThat(Files.readAllLines(folder.resolve("messages.tsv")))
                .hasSize(3)
                .element(1)
                .asString()
                .startsWith("p1@example.org\t<m1@test>\t");
    }

    @Test
    void aLineThatBreaksBeforeTheReplyToTheEndLeavesTheMessageInDoubt() throws Exception {
        try (DrillReceiver receiver = DrillReceiver.open(folder, 0);
                MailLine line = new MailLine(route(receiver.port()))) {
            CompletableFuture<Long> reached = receiver.withholdFrom(1);
            CompletableFuture<Handed> handed =
                    CompletableFuture.supplyAsync(() -> line.hand("p@example.org", message(1)));
            reached.get(10, TimeUnit.SECONDS);
            receiver.hangUp();
            assertThat(handed.get(10, TimeUnit.SECONDS)).isInstanceOf(Handed.InDoubt.class);
            assertThat(receiver.accepted("<m1@test>")).isTrue();
        }
    }

    @Test
    void aServerThatSaysNoIsARefusalWithItsCode() throws Exception {
        assertThat(handTo("550 5.1.1 no such person"))
                .isEqualTo(new Handed.Refused(550, "550 5.1.1 no such person", true));
        assertThat(handTo("451 4.3.0 try later")).isInstanceOfSatisfying(Handed.Refused.class, r -> {
            assertThat(r.permanent()).isFalse();
            assertThat(r.code()).isEqualTo(451);
        });
    }

    @Test
    void aLineThatBreaksBeforeTheDataIsNotInDoubt() throws Exception {
        assertThat(handTo("")).isInstanceOf(Handed.NotHanded.class);
    }

    @Test
    void noServerAtAllIsSaidWithItsAddress() throws Exception {
        int port;
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = free.getLocalPort();
        }
        try (MailLine line = new MailLine(route(port))) {
            assertThat(line.hand("p@example.org", message(1)))
                    .isInstanceOfSatisfying(
                            Handed.NotHanded.class, n -> assertThat(n.why()).contains("localhost:" + port));
        }
    }

    /** A server that answers RCPT with this, or hangs up there if it is empty. */
    private static Handed handTo(String replyToRecipient) throws IOException {
        try (ServerSocket door = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
                MailLine line = new MailLine(route(door.getLocalPort()))) {
            Thread.ofVirtual().start(() -> script(door, replyToRecipient));
            return line.hand("p@example.org", message(1));
        }
    }

    private static void script(ServerSocket door, String replyToRecipient) {
        try (Socket s = door.accept()) {
            var in = new java.io.BufferedReader(
                    new java.io.InputStreamReader(s.getInputStream(), StandardCharsets.US_ASCII));
            var out = s.getOutputStream();
            out.write("220 hello\r\n".getBytes(StandardCharsets.US_ASCII));
            for (String l = in.readLine(); l != null; l = in.readLine()) {
                boolean recipient = l.startsWith("RCPT");
                if (recipient && replyToRecipient.isEmpty()) {
                    return;
                }
                out.write(((recipient ? replyToRecipient : "250 ok") + "\r\n").getBytes(StandardCharsets.US_ASCII));
            }
        } catch (IOException e) {
            // the client hung up
        }
    }

    private static MailRoute route(int port) {
        return MailRoute.plain("localhost", port, "dpo@example.org");
    }

    private static byte[] message(int i) {
        return ("Message-ID: <m" + i + "@test>\r\nSubject: t\r\n\r\nbody\r\n.dots stay\r\n")
                .getBytes(StandardCharsets.US_ASCII);
    }
}
