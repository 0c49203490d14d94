package holdfast.crypto;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * The journal of a file key store: a line for each use, each chained to the line before by HMAC-SHA-256 under a
 * key that only the master secret derives.
 *
 * <p>A line is {@code SEQUENCE INSTANT KEY MAC PURPOSE}. A last line without its newline is what a power cut left
 * of a use that never happened, and is cut off by the next. Whole lines missing from the end are not noticed
 * here: whoever keeps the last sequence number elsewhere notices. Guarded by the store's lock.
 */
final class UseJournal {
    private static final int LONGEST_PURPOSE = 500;
    /** Two of the longest lines, in UTF-8. */
    private static final int LONGEST_LINES = 8192;

    private final Path file;
    private final Secret key;

    UseJournal(Path file, Secret key) {
        this.file = file;
        this.key = key;
    }

    /** Appends a use; durable when it returns. */
    void append(Instant at, KeyName name, String purpose) throws IOException {
        boolean fresh = !Files.exists(file);
        try (FileChannel channel =
                FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
            Tail tail = tail(channel);
            String body = tail.next + " " + at + " " + name;
            String oneLine = purpose.replaceAll("\\p{Cntrl}", " ");
            oneLine = oneLine.substring(0, Math.min(oneLine.length(), LONGEST_PURPOSE));
            String line = body + " " + chained(tail.mac, body, oneLine) + " " + oneLine + "\n";
            channel.truncate(tail.end);
            channel.position(tail.end);
            DurableFile.writeFully(channel, line.getBytes(UTF_8));
            channel.force(true);
        }
        if (fresh) {
            DurableFile.forceFolder(file);
        }
    }

    /** @throws IllegalStateException naming the first line that is not as it was written */
    List<JournalledUse> read() throws IOException {
        List<JournalledUse> uses = new ArrayList<>();
        String previous = "";
        for (String line : new String(wholeLines(), UTF_8).lines().toList()) {
            String[] parts = line.split(" ", 5);
            if (parts.length < 5
                    || !parts[0].equals(Integer.toString(uses.size()))
                    || !parts[3].equals(chained(previous, parts[0] + " " + parts[1] + " " + parts[2], parts[4]))) {
                throw new IllegalStateException("the journal " + file + " was changed at line " + (uses.size() + 1));
            }
            uses.add(new JournalledUse(uses.size(), Instant.parse(parts[1]), new KeyName(parts[2]), parts[4]));
            previous = parts[3];
        }
        return uses;
    }

    private byte[] wholeLines() throws IOException {
        if (!Files.exists(file)) {
            return new byte[0];
        }
        byte[] all = Files.readAllBytes(file);
        return Arrays.copyOf(all, wholeEnd(all));
    }

    /** Where the whole lines end, and what the next one continues. */
    private record Tail(long end, long next, String mac) {}

    private static Tail tail(FileChannel channel) throws IOException {
        long from = Math.max(0, channel.size() - LONGEST_LINES);
        byte[] bytes = new byte[Math.toIntExact(channel.size() - from)];
        ByteBuffer buffer = ByteBuffer.wrap(bytes);
        int read = 0;
        while (buffer.hasRemaining() && read >= 0) {
            read = channel.read(buffer, from + buffer.position());
        }
        int end = wholeEnd(bytes);
        if (end == 0) {
            return new Tail(from, 0, "");
        }
        int start = wholeEnd(Arrays.copyOf(bytes, end - 1));
        String[] parts = new String(bytes, start, end - start, UTF_8).split(" ", 5);
        if (parts.length < 5) {
            throw new IllegalStateException("the end of the journal is damaged: no key is lent before it is mended");
        }
        return new Tail(from + end, Long.parseLong(parts[0]) + 1, parts[3]);
    }

    private static int wholeEnd(byte[] bytes) {
        int end = bytes.length;
        while (end > 0 && bytes[end - 1] != '\n') {
            end--;
        }
        return end;
    }

    private String chained(String previous, String body, String purpose) {
        byte[] text = (previous + "\n" + body + "\n" + purpose).getBytes(UTF_8);
        return key.expose(bytes -> {
            try {
                Mac mac = Mac.getInstance("HmacSHA256");
                mac.init(new SecretKeySpec(bytes, "HmacSHA256"));
                return HexFormat.of().formatHex(mac.doFinal(text));
            } catch (GeneralSecurityException e) {
                throw new IllegalStateException("the JDK offers no HMAC-SHA-256", e);
            }
        });
    }
}
