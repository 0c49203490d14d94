package holdfast.ledger;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** The bytes inside tiles: hashes one behind the other; entries each behind its length (uint16, big-endian). */
final class Tiles {
    /** The largest entry that a bundle can hold. */
    static final int MAX_ENTRY = 0xffff;

    private Tiles() {}

    static byte[] encodeHashes(List<Hash> hashes) {
        byte[] bytes = new byte[hashes.size() * Hash.BYTES];
        for (int i = 0; i < hashes.size(); i++) {
            System.arraycopy(hashes.get(i).raw(), 0, bytes, i * Hash.BYTES, Hash.BYTES);
        }
        return bytes;
    }

    /** @throws FormatException unless there are exactly {@code width} hashes */
    static List<Hash> decodeHashes(byte[] bytes, int width) throws FormatException {
        if (bytes.length != width * Hash.BYTES) {
            throw new FormatException(
                    "a tile of " + width + " hashes has " + width * Hash.BYTES + " bytes, this one " + bytes.length);
        }
        List<Hash> hashes = new ArrayList<>(width);
        for (int i = 0; i < width; i++) {
            hashes.add(Hash.of(Arrays.copyOfRange(bytes, i * Hash.BYTES, (i + 1) * Hash.BYTES)));
        }
        return hashes;
    }

    static byte[] encodeEntries(List<byte[]> entries) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        for (byte[] entry : entries) {
            if (entry.length > MAX_ENTRY) {
                throw new IllegalArgumentException("an entry has at most 65535 bytes, not " + entry.length);
            }
            bytes.write(entry.length >> 8);
            bytes.write(entry.length);
            bytes.writeBytes(entry);
        }
        return bytes.toByteArray();
    }

    /** @throws FormatException unless there are exactly {@code width} entries and nothing behind them */
    static List<byte[]> decodeEntries(byte[] bytes, int width) throws FormatException {
        List<byte[]> entries = decodeWhole(bytes);
        int used = entries.stream().mapToInt(e -> 2 + e.length).sum();
        if (entries.size() != width || used != bytes.length) {
            throw new FormatException("a bundle of " + width + " entries holds " + entries.size() + " whole ones and "
                    + (bytes.length - used) + " bytes more");
        }
        return entries;
    }

    /**
     * The entries if the bundle is well-formed; otherwise those before the place where it cannot be, which is the
     * last whole one if bytes are left over or missing.
     */
    static List<byte[]> decodeStrictly(byte[] bytes, int width) {
        try {
            return decodeEntries(bytes, width);
        } catch (FormatException e) {
            List<byte[]> whole = decodeWhole(bytes);
            return whole.subList(0, Math.min(whole.size(), width - 1));
        }
    }

    /** The whole entries at the beginning of these bytes, however damaged the rest is. */
    static List<byte[]> decodeWhole(byte[] bytes) {
        List<byte[]> entries = new ArrayList<>();
        int at = 0;
        while (at + 2 <= bytes.length) {
            int length = (bytes[at] & 0xff) << 8 | (bytes[at + 1] & 0xff);
            if (at + 2 + length > bytes.length) {
                break;
            }
            entries.add(Arrays.copyOfRange(bytes, at + 2, at + 2 + length));
            at += 2 + length;
        }
        return entries;
    }
}
