package holdfast.vault.host;

import java.io.IOException;

/** An open file. Used by one thread. */
public interface HostContent extends AutoCloseable {
    /** What the open file is now: the path may have got another one meanwhile. */
    HostStat stat() throws IOException;

    /** Reads until {@code length} bytes are there or the file ends; returns how many were read. */
    int read(byte[] buffer, int from, int length) throws IOException;

    @Override
    void close() throws IOException;
}
