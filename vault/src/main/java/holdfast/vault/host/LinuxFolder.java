package holdfast.vault.host;

import static java.lang.foreign.ValueLayout.JAVA_BYTE;
import static java.lang.foreign.ValueLayout.JAVA_SHORT_UNALIGNED;

import java.io.IOException;
import java.lang.foreign.MemorySegment;
import java.util.ArrayList;
import java.util.List;

/** Lists an open folder: {@code struct linux_dirent64}, one behind another. */
final class LinuxFolder {
    private static final int NAME = 19;
    private static final int RECORD_LENGTH = 16;

    private LinuxFolder() {}

    static List<byte[]> names(int folder, LinuxFile file) throws IOException {
        MemorySegment buffer = Native.mine().buffer;
        List<byte[]> names = new ArrayList<>();
        while (true) {
            long filled = Libc.getdents(folder, buffer, Native.BUFFER_BYTES);
            if (filled < 0) {
                throw Errno.exception(filled, file.text());
            }
            if (filled == 0) {
                return names;
            }
            for (long at = 0; at < filled; at += buffer.get(JAVA_SHORT_UNALIGNED, at + RECORD_LENGTH) & 0xffff) {
                byte[] name = name(buffer, at + NAME);
                boolean dots = name[0] == '.' && (name.length == 1 || (name.length == 2 && name[1] == '.'));
                if (!dots) {
                    names.add(name);
                }
            }
        }
    }

    private static byte[] name(MemorySegment buffer, long start) {
        long end = start;
        while (buffer.get(JAVA_BYTE, end) != 0) {
            end++;
        }
        return buffer.asSlice(start, end - start).toArray(JAVA_BYTE);
    }
}
