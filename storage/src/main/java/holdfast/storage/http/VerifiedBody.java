package holdfast.storage.http;

import holdfast.storage.ByteSource;
import holdfast.storage.Digests;
import java.io.EOFException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;
import java.util.HexFormat;

/**
 * The body of a put, read once, hashed on its way. At its end it throws if it is not what was announced: the store
 * that reads it then keeps nothing.
 */
final class VerifiedBody implements ByteSource {
    private final InputStream body;
    private final long size;
    private final String expected;
    private boolean other;

    VerifiedBody(InputStream body, long size, String expected) {
        this.body = body;
        this.size = size;
        this.expected = expected;
    }

    @Override
    public long size() {
        return size;
    }

    /** Whether the bytes arrived, all of them, and were others than those that were announced. */
    boolean wasOther() {
        return other;
    }

    @Override
    public InputStream open() {
        MessageDigest digest = Digests.sha256();
        return new FilterInputStream(body) {
            private long read;

            @Override
            public int read() throws IOException {
                byte[] one = new byte[1];
                return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
            }

            @Override
            public int read(byte[] buffer, int offset, int length) throws IOException {
                int n = super.read(buffer, offset, length);
                if (n > 0) {
                    digest.update(buffer, offset, n);
                    read += n;
                } else if (n < 0) {
                    verify();
                }
                return n;
            }

            @Override
            public void close() {
                // The exchange closes the body, when it has been answered.
            }

            private void verify() throws IOException {
                if (read != size) {
                    throw new EOFException("the connection ended after " + read + " of " + size + " bytes");
                }
                other = !HexFormat.of().formatHex(digest.digest()).equals(expected);
                if (other) {
                    throw new IOException("the bytes that arrived are not those that were announced");
                }
            }
        };
    }
}
