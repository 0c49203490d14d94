package holdfast.vault.host;

import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;

/** One file that is a stream, such as standard input, and the folders above it: nothing else is there. */
public final class StreamHost implements Host {
    private static final int UNKNOWN_SIZE = -1;

    private final byte[] path;
    private final Source source;
    private final Instant time;

    /** Where the bytes come from. */
    public interface Source {
        /** Called once. */
        InputStream open() throws IOException;

        /** Called when the stream has ended; throws if what it gave is not all. */
        default void ended() throws IOException {}
    }

    /**
     * @param path of the file
     * @param time when the file counts as changed
     */
    public StreamHost(byte[] path, Source source, Instant time) {
        this.path = path.clone();
        this.source = source;
        this.time = time;
    }

    @Override
    public HostFile file(byte[] asked) {
        boolean file = Arrays.equals(asked, path);
        int start = asked.length;
        while (start > 0 && asked[start - 1] != '/') {
            start--;
        }
        byte[] name = Arrays.copyOfRange(asked, start, asked.length);
        return new StreamFile(name, stat(file ? HostStat.FILE | 0600 : HostStat.FOLDER | 0755), source);
    }

    private HostStat stat(int mode) {
        boolean linux = Host.here() instanceof LinuxHost;
        int user = linux ? LibcWrite.effectiveUser() : 0;
        int group = linux ? LibcWrite.effectiveGroup() : 0;
        long seconds = time.getEpochSecond();
        int nanos = time.getNano();
        return new HostStat(mode, UNKNOWN_SIZE, user, group, seconds, nanos, seconds, nanos, 0, 0, 1, 0);
    }

    @Override
    public byte[] workingFolder() throws IOException {
        return Host.here().workingFolder();
    }

    @SuppressWarnings("ArrayRecordComponent") // compared by nobody
    private record StreamFile(byte[] name, HostStat stat, Source source) implements HostFile {
        @Override
        public List<HostFile> children() {
            return List.of();
        }

        @Override
        public HostContent open() throws IOException {
            return new StreamContent(stat, source, source.open());
        }

        @Override
        public byte[] linkTarget() throws IOException {
            throw new IOException("a stream is no link");
        }

        @Override
        public List<HostAttribute> attributes() {
            return List.of();
        }
    }

    private record StreamContent(HostStat stat, Source source, InputStream in) implements HostContent {
        @Override
        public int read(byte[] buffer, int from, int length) throws IOException {
            int read = in.readNBytes(buffer, from, length);
            if (read < length) {
                source.ended();
            }
            return read;
        }

        @Override
        public void close() throws IOException {
            in.close();
        }
    }
}
