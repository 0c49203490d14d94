package holdfast.vault.host;

import static java.lang.foreign.ValueLayout.JAVA_BYTE;

import java.io.IOException;
import java.lang.foreign.MemorySegment;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** A file found by {@link LinuxHost}. A path longer than the kernel takes at once is reached folder by folder. */
final class LinuxFile implements HostFile {
    private static final int LONGEST_VALUE = 64 << 10;

    private final byte[] path;
    private final boolean listed;
    private final HostStat stat;

    /** @param listed whether it was found in a folder, not asked for by its path */
    LinuxFile(byte[] path, boolean listed, HostStat stat) {
        this.path = path;
        this.listed = listed;
        this.stat = stat;
    }

    @Override
    public byte[] name() {
        int start = path.length;
        while (start > 0 && path[start - 1] != '/') {
            start--;
        }
        return Arrays.copyOfRange(path, start, path.length);
    }

    @Override
    public HostStat stat() {
        return stat;
    }

    String text() {
        return Names.shown(path);
    }

    @Override
    public List<HostFile> children() throws IOException {
        int folder = openFolder();
        try {
            List<byte[]> names = LinuxFolder.names(folder, this);
            names.sort(Arrays::compareUnsigned);
            List<HostFile> children = new ArrayList<>(names.size());
            Native mine = Native.mine();
            for (byte[] name : names) {
                int result = Libc.statx(folder, mine.name(name), Libc.AT_SYMLINK_NOFOLLOW, mine.stat);
                byte[] childPath = Names.join(path, name);
                if (result >= 0) {
                    children.add(new LinuxFile(childPath, true, mine.stat()));
                } else if (-result != Errno.ENOENT) {
                    throw Errno.exception(result, Names.shown(childPath));
                }
            }
            return children;
        } finally {
            Libc.close(folder);
        }
    }

    /** The folder that was asked for may be named by a symbolic link; those below are what they were listed as. */
    private int openFolder() throws IOException {
        return openAs(Libc.O_RDONLY | Libc.O_DIRECTORY | Libc.O_CLOEXEC | (listed ? Libc.O_NOFOLLOW : 0));
    }

    private int openAs(int flags) throws IOException {
        try (LinuxPlace place = LinuxPlace.of(path)) {
            int result = Libc.openat(place.folder(), place.name(), flags, 0);
            place.demand(result);
            return result;
        }
    }

    @Override
    public HostContent open() throws IOException {
        // Not blocking: what was a file at the listing may be a fifo now.
        return new LinuxContent(openAs(Libc.O_RDONLY | Libc.O_NOFOLLOW | Libc.O_CLOEXEC | Libc.O_NONBLOCK), this);
    }

    @Override
    public byte[] linkTarget() throws IOException {
        try (LinuxPlace place = LinuxPlace.of(path)) {
            MemorySegment buffer = Native.mine().buffer;
            long length = Libc.readlinkat(place.folder(), place.name(), buffer, LONGEST_VALUE);
            place.demand(length);
            return buffer.asSlice(0, length).toArray(JAVA_BYTE);
        }
    }

    @Override
    public List<HostAttribute> attributes() throws IOException {
        try (LinuxPlace place = LinuxPlace.of(path)) {
            return attributes(place.fullName());
        }
    }

    private List<HostAttribute> attributes(MemorySegment where) throws IOException {
        Native mine = Native.mine();
        long length = Libc.llistxattr(where, mine.buffer, LONGEST_VALUE);
        if (length == 0 || -length == Errno.EOPNOTSUPP || -length == Errno.ENOENT) {
            return List.of();
        }
        if (length < 0) {
            throw Errno.exception(length, text());
        }
        List<HostAttribute> attributes = new ArrayList<>();
        for (byte[] name : AttributeNames.of(mine.buffer, length)) {
            add(attributes, name, where);
        }
        attributes.sort((a, b) -> Arrays.compareUnsigned(a.name(), b.name()));
        return attributes;
    }

    private void add(List<HostAttribute> attributes, byte[] name, MemorySegment where) throws IOException {
        Native mine = Native.mine();
        long length = Libc.lgetxattr(where, mine.name(name), mine.buffer, LONGEST_VALUE);
        if (length >= 0) {
            attributes.add(
                    new HostAttribute(name, mine.buffer.asSlice(0, length).toArray(JAVA_BYTE)));
        } else if (-length != Errno.ENODATA) {
            throw Errno.exception(length, text());
        }
    }
}
