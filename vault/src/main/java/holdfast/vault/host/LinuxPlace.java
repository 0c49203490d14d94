package holdfast.vault.host;

import java.io.IOException;
import java.lang.foreign.MemorySegment;
import java.util.Arrays;

/**
 * A path as the {@code …at} calls take it: a folder's handle and a name. A path longer than the kernel takes at once
 * is gone down in parts. Lives in the thread's own memory, so only one is used at a time (and one {@link #second}).
 */
final class LinuxPlace implements AutoCloseable {
    static final int LONGEST_PATH = 4000;

    private final byte[] path;
    private final int folder;
    private final MemorySegment name;

    private LinuxPlace(byte[] path, int folder, MemorySegment name) {
        this.path = path;
        this.folder = folder;
        this.name = name;
    }

    static LinuxPlace of(byte[] path) throws IOException {
        int start = 0;
        int folder = Libc.AT_FDCWD;
        while (path.length - start > LONGEST_PATH) {
            int end = start + LONGEST_PATH;
            while (end > start && path[end] != '/') {
                end--;
            }
            if (end == start) {
                throw Errno.exception(-Errno.ENAMETOOLONG, Names.shown(path));
            }
            int flags = Libc.O_RDONLY | Libc.O_DIRECTORY | Libc.O_CLOEXEC;
            int next = Libc.openat(folder, Native.mine().path(Arrays.copyOfRange(path, start, end)), flags, 0);
            close(folder);
            if (next < 0) {
                throw Errno.exception(next, Names.shown(path));
            }
            folder = next;
            start = end + 1;
        }
        return new LinuxPlace(path, folder, Native.mine().path(start == 0 ? path : tail(path, start)));
    }

    /** A place to be used beside another one. */
    static LinuxPlace second(byte[] path) throws IOException {
        LinuxPlace place = of(path);
        byte[] rest = place.folder == Libc.AT_FDCWD ? path : tail(path, path.length - lengthOf(place.name));
        return new LinuxPlace(path, place.folder, Native.mine().target(rest));
    }

    private static int lengthOf(MemorySegment text) {
        return text.getString(0, java.nio.charset.StandardCharsets.ISO_8859_1).length();
    }

    private static byte[] tail(byte[] path, int start) {
        return Arrays.copyOfRange(path, start, path.length);
    }

    int folder() {
        return folder;
    }

    MemorySegment name() {
        return name;
    }

    /** The same for the calls that take no folder's handle: through the handle's name in {@code /proc}. */
    MemorySegment fullName() {
        if (folder == Libc.AT_FDCWD) {
            return name;
        }
        byte[] rest = tail(path, path.length - lengthOf(name));
        return Native.mine().target(Names.join(Names.ascii("/proc/self/fd/" + folder), rest));
    }

    /** @throws IOException naming the path, if the call's result is an error */
    void demand(long result) throws IOException {
        if (result < 0) {
            throw Errno.exception(result, Names.shown(path));
        }
    }

    @Override
    public void close() {
        close(folder);
    }

    private static void close(int folder) {
        if (folder != Libc.AT_FDCWD) {
            Libc.close(folder);
        }
    }
}
