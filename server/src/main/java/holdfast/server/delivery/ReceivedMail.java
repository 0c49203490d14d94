package holdfast.server.delivery;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** What the drill's receiver keeps: {@code messages.tsv}, a line for each message, and the first hundred whole. */
final class ReceivedMail implements AutoCloseable {
    private static final int KEPT_WHOLE = 100;

    private final Path first;
    private final BufferedWriter lines;
    private final Set<String> ids = ConcurrentHashMap.newKeySet();
    private long count;

    private ReceivedMail(Path first, BufferedWriter lines) {
        this.first = first;
        this.lines = lines;
    }

    static ReceivedMail in(Path folder) throws IOException {
        Path first = Files.createDirectories(folder.resolve("first"));
        BufferedWriter lines = Files.newBufferedWriter(
                folder.resolve("messages.tsv"),
                StandardCharsets.UTF_8,
                StandardOpenOption.CREATE,
                StandardOpenOption.APPEND);
        return new ReceivedMail(first, lines);
    }

    /** Keeps a message and returns how many there are now. */
    long keep(String recipient, byte[] message, int length) throws IOException {
        String id = messageId(message, length);
        String line = recipient + "\t" + id + "\t" + sha256(message, length) + "\n";
        synchronized (this) {
            count++;
            lines.write(line);
            if (count <= KEPT_WHOLE) {
                Files.write(first.resolve("%03d.eml".formatted(count)), Arrays.copyOf(message, length));
            }
            ids.add(id);
            return count;
        }
    }

    synchronized long count() {
        return count;
    }

    boolean has(String messageId) {
        return ids.contains(messageId);
    }

    private static String messageId(byte[] message, int length) {
        String head = new String(message, 0, Math.min(length, 4096), StandardCharsets.ISO_8859_1);
        for (String line : head.split("\r\n", -1)) {
            if (line.isEmpty()) {
                break;
            }
            if (line.toLowerCase(Locale.ROOT).startsWith("message-id:")) {
                return line.substring(11).strip();
            }
        }
        return "";
    }

    private static String sha256(byte[] message, int length) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update(message, 0, length);
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("this JDK has no SHA-256", e);
        }
    }

    @Override
    public synchronized void close() throws IOException {
        lines.close();
    }
}
