package holdfast.storage;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.util.Collections;
import java.util.List;

/** Bytes of a known number that can be read from the start as often as a store needs to (a retry reads again). */
public interface ByteSource {
    /** How many bytes {@link #open} will give. */
    long size();

    /** A fresh stream over all of them; the caller closes it. */
    InputStream open() throws IOException;

    /** The array itself, not a copy: it must not change until it has been put. */
    static ByteSource of(byte[] bytes) {
        return of(List.of(bytes));
    }

    /** Arrays one behind another, without joining them in memory. */
    static ByteSource of(List<byte[]> parts) {
        long size = parts.stream().mapToLong(part -> part.length).sum();
        return new ByteSource() {
            @Override
            public long size() {
                return size;
            }

            @Override
            public InputStream open() {
                return new SequenceInputStream(Collections.enumeration(
                        parts.stream().map(ByteArrayInputStream::new).toList()));
            }
        };
    }
}
