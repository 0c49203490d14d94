package holdfast.subjects.index;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.roaringbitmap.RoaringBitmap;

/** Reads what {@link Writing} wrote; every count is held against the bytes that are left. */
final class Reading {
    private final ByteBuffer in;
    private final String what;

    Reading(byte[] bytes, String magic, int version, String what) throws IndexFormatException {
        this.in = ByteBuffer.wrap(bytes);
        this.what = what;
        byte[] expected = magic.getBytes(StandardCharsets.US_ASCII);
        if (bytes.length <= expected.length || !Arrays.equals(raw(expected.length), expected)) {
            throw new IndexFormatException("no " + what + ": it does not begin with " + magic);
        }
        int found = in.get() & 0xff;
        if (found > version) {
            throw new IndexFormatException(what + " of version " + found + ", of which this program knows " + version
                    + " at most: use a later Holdfast");
        }
        if (found < version) {
            throw new IndexFormatException(what + " of version " + found + ", which was never released");
        }
    }

    long number() throws IndexFormatException {
        long value = 0;
        for (int shift = 0; shift < 63; shift += 7) {
            need(1);
            byte b = in.get();
            value |= (b & 0x7fL) << shift;
            if (b >= 0) {
                return value;
            }
        }
        throw damaged("a number is too long");
    }

    int smallNumber() throws IndexFormatException {
        long value = number();
        if (value > Integer.MAX_VALUE) {
            throw damaged("a number is too great");
        }
        return (int) value;
    }

    /** A number of things each of which takes at least {@code bytesEach}. */
    int count(int bytesEach) throws IndexFormatException {
        long count = number();
        if (count > in.remaining() / bytesEach) {
            throw damaged("it ends too early");
        }
        return (int) count;
    }

    /** A number below {@code limit}. */
    int below(int limit) throws IndexFormatException {
        long value = number();
        if (value >= limit) {
            throw damaged("a number points nowhere");
        }
        return (int) value;
    }

    long fixed() throws IndexFormatException {
        need(8);
        return in.getLong();
    }

    byte[] raw(int length) throws IndexFormatException {
        need(length);
        byte[] bytes = new byte[length];
        in.get(bytes);
        return bytes;
    }

    String text() throws IndexFormatException {
        ByteBuffer utf8 = slice(count(1));
        try {
            return StandardCharsets.UTF_8.newDecoder().decode(utf8).toString();
        } catch (CharacterCodingException e) {
            throw new IndexFormatException("damaged " + what + ": a text is not UTF-8", e);
        }
    }

    List<String> texts() throws IndexFormatException {
        int count = count(1);
        List<String> texts = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            texts.add(text());
        }
        return texts;
    }

    /** A set of numbers below {@code limit}. */
    RoaringBitmap bitmap(int limit) throws IndexFormatException {
        ByteBuffer slice = slice(count(1));
        RoaringBitmap bitmap = new RoaringBitmap();
        try {
            bitmap.deserialize(slice);
        } catch (IOException | RuntimeException e) {
            throw new IndexFormatException("damaged " + what + ": a set cannot be read", e);
        }
        if (!bitmap.isEmpty() && Integer.compareUnsigned(bitmap.last(), limit) >= 0) {
            throw damaged("a set points nowhere");
        }
        return bitmap;
    }

    void end() throws IndexFormatException {
        if (in.hasRemaining()) {
            throw damaged("something follows its end");
        }
    }

    IndexFormatException damaged(String how) {
        return new IndexFormatException("damaged " + what + ": " + how);
    }

    private ByteBuffer slice(int length) {
        ByteBuffer slice = in.slice(in.position(), length);
        in.position(in.position() + length);
        return slice;
    }

    private void need(int bytes) throws IndexFormatException {
        if (in.remaining() < bytes) {
            throw damaged("it ends too early");
        }
    }
}
