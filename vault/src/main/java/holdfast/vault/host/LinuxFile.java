package holdfast.vault.host;

import static java.lang.foreign.ValueLayout.JAVA_BYTE;

import java.io.IOException;
import java.lang.foreign.MemorySegment;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A file found by {@link LinuxHost}. A path longer than the kernel takes at once is reached folder by folder. */
final class LinuxFile implements HostFile {
    private static final int LONGEST_PATH = 4000;
    private static final int LONGEST_VALUE = 64 << 10;

    private final @Nullable LinuxFile parent;
    private final byte[] path;
    private final int nameStart;
    private final HostStat stat;

    /** @param nameStart where the last segment starts in the path */
    LinuxFile(@Nullable LinuxFile parent, byte[] path, int nameStart, HostStat stat) {
        this.parent = parent;
        this.path = path;
        this.nameStart = nameStart;
        this.stat = stat;
    }

    @Override
    public byte[] name() {
        return Arrays.copyOfRange(path, nameStart, path.length);
    }

    @Override
    public HostStat stat() {
        return stat;
    }

    String text() {
        return Names.text(path);
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
                    children.add(new LinuxFile(this, childPath, childPath.length - name.length, mine.stat()));
                } else if (-result != Errno.ENOENT) {
                    throw Errno.exception(result, Names.text(childPath));
                }
            }
            return children;
        } finally {
            Libc.close(folder);
        }
    }

    private int openFolder() throws IOException {
        return openAs(Libc.O_RDONLY | Libc.O_DIRECTORY | Libc.O_CLOEXEC | (parent == null ? 0 : Libc.O_NOFOLLOW));
    }

    private int openAs(int flags) throws IOException {
        int result;
        if (parent == null || path.length <= LONGEST_PATH) {
            result = Libc.openat(Libc.AT_FDCWD, Native.mine().path(path), flags, 0);
        } else {
            int folder = parent.openFolder();
            try {
                result = Libc.openat(folder, Native.mine().name(name()), flags, 0);
            } finally {
                Libc.close(folder);
            }
        }
        if (result < 0) {
            throw Errno.exception(result, text());
        }
        return result;
    }

    @Override
    public HostContent open() throws IOException {
        // Not blocking: what was a file at the listing may be a fifo now.
        return new LinuxContent(openAs(Libc.O_RDONLY | Libc.O_NOFOLLOW | Libc.O_CLOEXEC | Libc.O_NONBLOCK), this);
    }

    @Override
    public byte[] linkTarget() throws IOException {
        Native mine = Native.mine();
        boolean direct = parent == null || path.length <= LONGEST_PATH;
        int folder = direct || parent == null ? Libc.AT_FDCWD : parent.openFolder();
        try {
            MemorySegment where = direct ? mine.path(path) : mine.name(name());
            long length = Libc.readlinkat(folder, where, mine.buffer, LONGEST_VALUE);
            if (length < 0) {
                throw Errno.exception(length, text());
            }
            return mine.buffer.asSlice(0, length).toArray(JAVA_BYTE);
        } finally {
            if (folder != Libc.AT_FDCWD) {
                Libc.close(folder);
            }
        }
    }

    @Override
    public List<HostAttribute> attributes() throws IOException {
        if (path.length > LONGEST_PATH) {
            return List.of();
        }
        Native mine = Native.mine();
        long length = Libc.llistxattr(mine.path(path), mine.buffer, LONGEST_VALUE);
        if (length == 0 || -length == Errno.EOPNOTSUPP || -length == Errno.ENOENT) {
            return List.of();
        }
        if (length < 0) {
            throw Errno.exception(length, text());
        }
        byte[] names = mine.buffer.asSlice(0, length).toArray(JAVA_BYTE);
        List<HostAttribute> attributes = new ArrayList<>();
        int start = 0;
        for (int i = 0; i < names.length; i++) {
            if (names[i] == 0) {
                add(attributes, Arrays.copyOfRange(names, start, i), mine);
                start = i + 1;
            }
        }
        attributes.sort((a, b) -> Arrays.compareUnsigned(a.name(), b.name()));
        return attributes;
    }

    private void add(List<HostAttribute> attributes, byte[] name, Native mine) throws IOException {
        long length = Libc.lgetxattr(mine.path(path), mine.name(name), mine.buffer, LONGEST_VALUE);
        if (length >= 0) {
            attributes.add(
                    new HostAttribute(name, mine.buffer.asSlice(0, length).toArray(JAVA_BYTE)));
        } else if (-length != Errno.ENODATA) {
            throw Errno.exception(length, text());
        }
    }
}
