package holdfast.vault.host;

import static java.lang.foreign.ValueLayout.JAVA_BYTE;

import java.io.IOException;
import java.lang.foreign.MemorySegment;
import org.jspecify.annotations.Nullable;

/** Restores through the system's own calls. */
final class LinuxTarget implements HostTarget {
    private static final int NEW_FILE = LibcWrite.O_WRONLY | LibcWrite.O_CREAT | LibcWrite.O_EXCL | Libc.O_CLOEXEC;
    private static final int OLD_FILE = LibcWrite.O_WRONLY | Libc.O_CLOEXEC | Libc.O_NOFOLLOW;

    private final byte[] top;
    private final LinuxFinish finishing = new LinuxFinish();

    LinuxTarget(byte[] top) {
        this.top = top.length == 0 ? new byte[] {'.'} : top.clone();
    }

    private LinuxPlace place(byte[] path) throws IOException {
        return LinuxPlace.of(path.length == 0 ? top : Names.join(top, path));
    }

    @Override
    public void makeFolder(byte[] path) throws IOException {
        try (LinuxPlace place = place(path)) {
            int result = LibcWrite.mkdirat(place.folder(), place.name(), 0700);
            if (-result == Errno.EEXIST) {
                Native mine = Native.mine();
                result = Libc.statx(place.folder(), place.name(), Libc.AT_SYMLINK_NOFOLLOW, mine.stat);
                if (result >= 0 && mine.stat().isFolder()) {
                    return;
                }
                remove(place);
                result = LibcWrite.mkdirat(place.folder(), place.name(), 0700);
            }
            place.demand(result);
        }
    }

    @Override
    public void write(
            byte[] path,
            boolean create,
            long offset,
            byte[] bytes,
            int from,
            int length,
            long size,
            @Nullable Finish finish)
            throws IOException {
        try (LinuxPlace place = place(path)) {
            int file = open(place, create);
            try {
                writeAll(place, file, offset, bytes, from, length);
                boolean endsThere = create && length > 0 && offset + length == size;
                if (size >= 0 && !endsThere) {
                    place.demand(LibcWrite.ftruncate(file, size));
                }
                if (finish != null) {
                    finishing.file(place, file, finish);
                }
            } finally {
                Libc.close(file);
            }
        }
    }

    private static int open(LinuxPlace place, boolean create) throws IOException {
        int file = Libc.openat(place.folder(), place.name(), create ? NEW_FILE : OLD_FILE, 0600);
        if (create && -file == Errno.EEXIST) {
            remove(place);
            file = Libc.openat(place.folder(), place.name(), NEW_FILE, 0600);
        }
        place.demand(file);
        return file;
    }

    private static void writeAll(LinuxPlace place, int file, long offset, byte[] bytes, int from, int length)
            throws IOException {
        MemorySegment buffer = Native.mine().buffer;
        int done = 0;
        while (done < length) {
            int next = Math.min(length - done, Native.BUFFER_BYTES);
            MemorySegment.copy(bytes, from + done, buffer, JAVA_BYTE, 0, next);
            long written = LibcWrite.pwrite(file, buffer, next, offset + done);
            if (-written != Errno.EINTR) {
                place.demand(written);
                done += (int) written;
            }
        }
    }

    @Override
    public boolean isWritable(byte[] path) {
        try (LinuxPlace place = place(path)) {
            int file = Libc.openat(place.folder(), place.name(), OLD_FILE, 0);
            if (file >= 0) {
                Libc.close(file);
            }
            return file >= 0;
        } catch (IOException e) {
            return false;
        }
    }

    @Override
    public void remove(byte[] path) throws IOException {
        try (LinuxPlace place = place(path)) {
            remove(place);
        }
    }

    @Override
    public void makeSymbolicLink(byte[] path, byte[] target, Finish finish) throws IOException {
        try (LinuxPlace place = place(path)) {
            MemorySegment where = Native.mine().target(target);
            int result = LibcWrite.symlinkat(where, place.folder(), place.name());
            if (-result == Errno.EEXIST) {
                remove(place);
                result = LibcWrite.symlinkat(where, place.folder(), place.name());
            }
            place.demand(result);
            finishing.node(place, finish, true);
        }
    }

    @Override
    public void makeHardLink(byte[] path, byte[] existing) throws IOException {
        byte[] first = Names.join(top, existing);
        try (LinuxPlace from = LinuxPlace.second(first);
                LinuxPlace place = place(path)) {
            int result = LibcWrite.linkat(from.folder(), from.name(), place.folder(), place.name());
            if (-result == Errno.EEXIST) {
                remove(place);
                result = LibcWrite.linkat(from.folder(), from.name(), place.folder(), place.name());
            }
            place.demand(result);
        }
    }

    @Override
    public void makeSpecial(byte[] path, int kind, long deviceNumber, Finish finish) throws IOException {
        try (LinuxPlace place = place(path)) {
            int result = LibcWrite.mknodat(place.folder(), place.name(), kind | 0600, deviceNumber);
            if (-result == Errno.EEXIST) {
                remove(place);
                result = LibcWrite.mknodat(place.folder(), place.name(), kind | 0600, deviceNumber);
            }
            place.demand(result);
            finishing.node(place, finish, false);
        }
    }

    @Override
    public void finishFolder(byte[] path, Finish finish) throws IOException {
        try (LinuxPlace place = place(path)) {
            finishing.node(place, finish, false);
        }
    }

    /** Removes what is in the way; an empty folder too, a full one is an error. */
    private static void remove(LinuxPlace place) throws IOException {
        int result = LibcWrite.unlinkat(place.folder(), place.name(), 0);
        if (-result == Errno.EISDIR) {
            result = LibcWrite.unlinkat(place.folder(), place.name(), LibcWrite.AT_REMOVEDIR);
        }
        place.demand(result);
    }
}
