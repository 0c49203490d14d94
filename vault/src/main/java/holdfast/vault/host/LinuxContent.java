package holdfast.vault.host;

import static java.lang.foreign.ValueLayout.JAVA_BYTE;

import java.io.IOException;
import java.lang.foreign.MemorySegment;

/** An open file of {@link LinuxHost}. */
final class LinuxContent implements HostContent {
    private static final byte[] NOTHING = {};

    private final int file;
    private final LinuxFile what;

    LinuxContent(int file, LinuxFile what) {
        this.file = file;
        this.what = what;
    }

    @Override
    public HostStat stat() throws IOException {
        Native mine = Native.mine();
        int result = Libc.statx(file, mine.name(NOTHING), Libc.AT_EMPTY_PATH, mine.stat);
        if (result < 0) {
            throw Errno.exception(result, what.text());
        }
        return mine.stat();
    }

    @Override
    public int read(byte[] into, int from, int length) throws IOException {
        MemorySegment buffer = Native.mine().buffer;
        int done = 0;
        while (done < length) {
            int wanted = Math.min(length - done, Native.BUFFER_BYTES);
            long read = Libc.read(file, buffer, wanted);
            if (-read == Errno.EINTR) {
                continue;
            }
            if (read < 0) {
                throw Errno.exception(read, what.text());
            }
            MemorySegment.copy(buffer, JAVA_BYTE, 0, into, from + done, (int) read);
            done += (int) read;
            if (read == 0) {
                break;
            }
        }
        return done;
    }

    @Override
    public void close() throws IOException {
        int result = Libc.close(file);
        if (result < 0) {
            throw Errno.exception(result, what.text());
        }
    }
}
