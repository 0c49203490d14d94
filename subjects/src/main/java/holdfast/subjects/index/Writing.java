package holdfast.subjects.index;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import org.roaringbitmap.RoaringBitmap;

/** Bytes of an attachment, from the first on: magic, version, then whatever is put. Numbers are varints. */
final class Writing {
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final DataOutputStream data = new DataOutputStream(bytes);

    Writing(String magic, int version) {
        bytes.writeBytes(magic.getBytes(StandardCharsets.US_ASCII));
        bytes.write(version);
    }

    Writing number(long value) {
        long rest = value;
        while ((rest & ~0x7fL) != 0) {
            bytes.write((int) ((rest & 0x7f) | 0x80));
            rest >>>= 7;
        }
        bytes.write((int) rest);
        return this;
    }

    Writing fixed(long value) {
        for (int shift = 56; shift >= 0; shift -= 8) {
            bytes.write((int) (value >>> shift));
        }
        return this;
    }

    Writing raw(byte[] value) {
        bytes.writeBytes(value);
        return this;
    }

    Writing text(String value) {
        byte[] utf8 = value.getBytes(StandardCharsets.UTF_8);
        return number(utf8.length).raw(utf8);
    }

    Writing texts(Collection<String> values) {
        number(values.size());
        values.forEach(this::text);
        return this;
    }

    Writing bitmap(RoaringBitmap bitmap) {
        bitmap.runOptimize();
        number(bitmap.serializedSizeInBytes());
        try {
            bitmap.serialize(data);
            data.flush();
        } catch (IOException e) {
            throw new UncheckedIOException("memory does not fail", e);
        }
        return this;
    }

    byte[] bytes() {
        return bytes.toByteArray();
    }
}
