package holdfast.vault.host;

import static java.lang.foreign.ValueLayout.JAVA_BYTE;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import holdfast.vault.host.HostTarget.Finish;
import java.io.IOException;
import java.lang.foreign.MemorySegment;

/** Owner, mode, attributes and times of what was restored, in this order: each could undo one before it. */
final class LinuxFinish {
    private static final byte[] NOTHING = {};
    private static final long UTIME_OMIT = 0x3ffffffe;

    private final int user = LibcWrite.effectiveUser();
    private final int group = LibcWrite.effectiveGroup();

    /** Of an open regular file. */
    void file(LinuxPlace place, int file, Finish finish) throws IOException {
        Native mine = Native.mine();
        if (finish.user() != user || finish.group() != group) {
            owner(
                    place,
                    LibcWrite.fchownat(file, mine.name(NOTHING), finish.user(), finish.group(), Libc.AT_EMPTY_PATH));
        }
        long listed = LibcWrite.flistxattr(file, mine.buffer, Native.BUFFER_BYTES);
        for (byte[] extra : AttributeNames.unwanted(mine.buffer, listed, finish)) {
            place.demand(LibcWrite.fremovexattr(file, mine.name(extra)));
        }
        place.demand(LibcWrite.fchmod(file, finish.permissions()));
        for (HostAttribute attribute : finish.attributes()) {
            MemorySegment name = mine.name(attribute.name());
            MemorySegment value = value(mine, attribute);
            place.demand(LibcWrite.fsetxattr(file, name, value, attribute.value().length));
        }
        place.demand(LibcWrite.futimens(file, times(mine, finish)));
    }

    /** Of anything else, by its path. */
    void node(LinuxPlace place, Finish finish, boolean link) throws IOException {
        Native mine = Native.mine();
        owner(
                place,
                LibcWrite.fchownat(
                        place.folder(), place.name(), finish.user(), finish.group(), Libc.AT_SYMLINK_NOFOLLOW));
        long listed = Libc.llistxattr(place.fullName(), mine.buffer, Native.BUFFER_BYTES);
        for (byte[] extra : AttributeNames.unwanted(mine.buffer, listed, finish)) {
            place.demand(LibcWrite.lremovexattr(place.fullName(), mine.name(extra)));
        }
        if (!link) {
            place.demand(LibcWrite.fchmodat(place.folder(), place.name(), finish.permissions()));
        }
        for (HostAttribute attribute : finish.attributes()) {
            MemorySegment name = mine.name(attribute.name());
            MemorySegment value = value(mine, attribute);
            place.demand(LibcWrite.lsetxattr(place.fullName(), name, value, attribute.value().length));
        }
        place.demand(LibcWrite.utimensat(place.folder(), place.name(), times(mine, finish), Libc.AT_SYMLINK_NOFOLLOW));
    }

    /** Only the superuser may give files away; anybody else restores as himself. */
    private void owner(LinuxPlace place, int result) throws IOException {
        if (-result != Errno.EPERM || user == 0) {
            place.demand(result);
        }
    }

    private static MemorySegment value(Native mine, HostAttribute attribute) {
        MemorySegment.copy(attribute.value(), 0, mine.buffer, JAVA_BYTE, 0, attribute.value().length);
        return mine.buffer;
    }

    /** Two {@code struct timespec}: the time of the last access stays, that of the last change is set. */
    private static MemorySegment times(Native mine, Finish finish) {
        MemorySegment times = mine.stat;
        times.set(JAVA_LONG, 0, 0);
        times.set(JAVA_LONG, 8, UTIME_OMIT);
        times.set(JAVA_LONG, 16, finish.seconds());
        times.set(JAVA_LONG, 24, finish.nanos());
        return times;
    }
}
