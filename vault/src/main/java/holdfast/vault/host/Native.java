package holdfast.vault.host;

import static java.lang.foreign.ValueLayout.JAVA_BYTE;
import static java.lang.foreign.ValueLayout.JAVA_INT_UNALIGNED;
import static java.lang.foreign.ValueLayout.JAVA_LONG_UNALIGNED;
import static java.lang.foreign.ValueLayout.JAVA_SHORT_UNALIGNED;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;

/** Memory outside of the heap for the calls of one thread: a path, a name, a {@code struct statx}, a buffer. */
final class Native {
    static final int BUFFER_BYTES = 256 << 10;
    private static final int PATH_BYTES = 64 << 10;
    private static final ThreadLocal<Native> MINE = ThreadLocal.withInitial(Native::new);

    final MemorySegment buffer;
    private final MemorySegment path;
    private final MemorySegment name;
    private final MemorySegment target;
    final MemorySegment stat;

    private Native() {
        Arena arena = Arena.ofAuto();
        buffer = arena.allocate(BUFFER_BYTES, 64);
        path = arena.allocate(PATH_BYTES);
        name = arena.allocate(1024);
        target = arena.allocate(PATH_BYTES);
        stat = arena.allocate(256, 8);
    }

    static Native mine() {
        return MINE.get();
    }

    MemorySegment path(byte[] bytes) {
        return put(path, bytes);
    }

    /** A second path. */
    MemorySegment target(byte[] bytes) {
        return put(target, bytes);
    }

    MemorySegment name(byte[] bytes) {
        return put(name, bytes);
    }

    private static MemorySegment put(MemorySegment into, byte[] bytes) {
        MemorySegment.copy(bytes, 0, into, JAVA_BYTE, 0, bytes.length);
        into.set(JAVA_BYTE, bytes.length, (byte) 0);
        return into;
    }

    /** Reads the {@code struct statx} that a call filled. */
    HostStat stat() {
        return new HostStat(
                stat.get(JAVA_SHORT_UNALIGNED, 28) & 0xffff,
                stat.get(JAVA_LONG_UNALIGNED, 40),
                stat.get(JAVA_INT_UNALIGNED, 20),
                stat.get(JAVA_INT_UNALIGNED, 24),
                stat.get(JAVA_LONG_UNALIGNED, 112),
                stat.get(JAVA_INT_UNALIGNED, 120),
                stat.get(JAVA_LONG_UNALIGNED, 96),
                stat.get(JAVA_INT_UNALIGNED, 104),
                device(136),
                stat.get(JAVA_LONG_UNALIGNED, 32),
                stat.get(JAVA_INT_UNALIGNED, 16),
                device(128));
    }

    /** Major and minor number as one, in the way of {@code makedev}. */
    private long device(int at) {
        long major = stat.get(JAVA_INT_UNALIGNED, at) & 0xffffffffL;
        long minor = stat.get(JAVA_INT_UNALIGNED, at + 4) & 0xffffffffL;
        return (minor & 0xff) | ((major & 0xfff) << 8) | ((minor & ~0xffL) << 12) | ((major & ~0xfffL) << 32);
    }
}
