package holdfast.server.delivery;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Path;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;

/**
 * A mail server for drills and tests, on this machine only: accepts everything, delivers nothing, and keeps of each
 * message one line (recipient, Message-ID, digest) and of the first hundred the whole text.
 *
 * <p>It can be asked whether it took charge of a Message-ID, as the log of a real mail server can, and it can withhold
 * its replies from a given message on: the moment in which a sender's death leaves a message in doubt. Thread-safe.
 */
public final class DrillReceiver implements AutoCloseable {
    private final ServerSocket door;
    private final ReceivedMail mail;
    private final Set<Socket> lines = ConcurrentHashMap.newKeySet();
    private volatile Hold hold = new Hold(Long.MAX_VALUE);

    /** Replies withheld from the {@code from}-th message on, until the latch is counted down. */
    private static final class Hold {
        final long from;
        final CompletableFuture<Long> reached = new CompletableFuture<>();
        final CountDownLatch released = new CountDownLatch(1);

        Hold(long from) {
            this.from = from;
        }
    }

    private DrillReceiver(ServerSocket door, ReceivedMail mail) {
        this.door = door;
        this.mail = mail;
    }

    /**
     * Starts listening on the loopback address.
     *
     * @param folder where {@code messages.tsv} and {@code first/} are written; made where it is missing
     * @param port 0 for any free port
     */
    public static DrillReceiver open(Path folder, int port) throws IOException {
        ReceivedMail mail = ReceivedMail.in(folder);
        try {
            ServerSocket door = new ServerSocket(port, 50, InetAddress.getLoopbackAddress());
            DrillReceiver receiver = new DrillReceiver(door, mail);
            Thread.ofPlatform().daemon().name("drill-mail").start(receiver::welcome);
            return receiver;
        } catch (IOException e) {
            mail.close();
            throw e;
        }
    }

    public int port() {
        return door.getLocalPort();
    }

    /** The messages taken charge of so far. */
    public long count() {
        return mail.count();
    }

    /** Whether a message with this Message-ID (angle brackets included) was taken charge of, replied to or not. */
    public boolean accepted(String messageId) {
        return mail.has(messageId);
    }

    /**
     * Withholds the replies to the {@code nth} message and all later ones until {@link #release}.
     *
     * @return completed, with the count, once that message was taken charge of and its reply is being withheld
     */
    public CompletableFuture<Long> withholdFrom(long nth) {
        hold = new Hold(nth);
        return hold.reached;
    }

    /** Lets the withheld replies go. */
    public void release() {
        Hold old = hold;
        hold = new Hold(Long.MAX_VALUE);
        old.released.countDown();
    }

    private void welcome() {
        while (!door.isClosed()) {
            try {
                Socket line = door.accept();
                lines.add(line);
                Thread.ofVirtual().start(() -> serve(line));
            } catch (IOException e) {
                if (!door.isClosed()) {
                    throw new UncheckedIOException("the drill's mail receiver cannot accept connections", e);
                }
            }
        }
    }

    private void serve(Socket line) {
        try (line) {
            line.setTcpNoDelay(true);
            BufferedOutputStream out = new BufferedOutputStream(line.getOutputStream(), 1024);
            new SmtpConversation(line.getInputStream(), out, this::take).run();
        } catch (IOException e) {
            // The client went away in the middle: what it had not finished was not taken.
        } finally {
            lines.remove(line);
        }
    }

    private void take(String recipient, byte[] message, int length) throws IOException {
        long n = mail.keep(recipient, message, length);
        Hold current = hold;
        if (n >= current.from) {
            current.reached.complete(n);
            try {
                current.released.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IOException("interrupted while a reply was withheld", e);
            }
        }
    }

    /** Breaks every open line, withheld replies and all; new ones are welcome. */
    public void hangUp() throws IOException {
        for (Socket line : lines) {
            line.close();
        }
    }

    /** Stops listening, hangs up on everybody, and finishes the files. */
    @Override
    public void close() throws IOException {
        door.close();
        hangUp();
        release();
        mail.close();
    }
}
