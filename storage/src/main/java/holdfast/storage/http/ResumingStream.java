package holdfast.storage.http;

import holdfast.storage.NoSuchObjectException;
import java.io.IOException;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;

/** An object's bytes; when the connection breaks, the rest is asked for from where it broke. One thread's. */
final class ResumingStream extends InputStream {
    /** Opens the object's bytes from an offset. */
    interface Opener {
        InputStream open(long offset) throws IOException;
    }

    private final Opener opener;
    private final long size;
    private final Patience patience;
    private @Nullable InputStream in;
    private long position;
    private int failures;

    ResumingStream(InputStream first, long size, Opener opener, Patience patience) {
        this.in = first;
        this.size = size;
        this.opener = opener;
        this.patience = patience;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
        if (length == 0) {
            return 0;
        }
        while (position < size) {
            int n = attempt(buffer, offset, length);
            if (n > 0) {
                position += n;
                failures = 0;
                return n;
            }
        }
        return -1;
    }

    /** Nothing read: it broke, and there is another attempt. */
    private int attempt(byte[] buffer, int offset, int length) throws IOException {
        IOException broken;
        try {
            if (in == null) {
                in = opener.open(position);
            }
            int n = in.read(buffer, offset, length);
            if (n > 0) {
                return n;
            }
            broken = new IOException("the connection ended after " + position + " of " + size + " bytes");
        } catch (NoSuchObjectException | CertificateRefusedException | StoreUnreachableException e) {
            throw e;
        } catch (IOException e) {
            broken = e;
        }
        closeQuietly();
        if (!patience.again(++failures)) {
            throw broken;
        }
        return 0;
    }

    private void closeQuietly() {
        try {
            close();
        } catch (IOException e) {
            // It is broken already: what matters is the reason why it broke.
        }
    }

    @Override
    public void close() throws IOException {
        InputStream open = in;
        in = null;
        if (open != null) {
            open.close();
        }
    }
}
