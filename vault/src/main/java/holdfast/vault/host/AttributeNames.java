package holdfast.vault.host;

import static java.lang.foreign.ValueLayout.JAVA_BYTE;
import static java.nio.charset.StandardCharsets.US_ASCII;

import java.lang.foreign.MemorySegment;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Names of extended attributes, as the system lists them: one behind another, each ended by a zero. */
final class AttributeNames {
    /** What a file gets from its folder's default ACL, and what a program may have put there. */
    private static final List<byte[]> OURS =
            List.of("user.".getBytes(US_ASCII), "system.posix_acl_".getBytes(US_ASCII));

    private AttributeNames() {}

    /** @param length what the call that listed them returned */
    static List<byte[]> of(MemorySegment listed, long length) {
        if (length <= 0) {
            return List.of();
        }
        byte[] names = listed.asSlice(0, length).toArray(JAVA_BYTE);
        List<byte[]> all = new ArrayList<>();
        int start = 0;
        for (int i = 0; i < names.length; i++) {
            if (names[i] == 0) {
                all.add(Arrays.copyOfRange(names, start, i));
                start = i + 1;
            }
        }
        return all;
    }

    /** Those that a restored file must not have; what the system labels files with is its own concern. */
    static List<byte[]> unwanted(MemorySegment listed, long length, HostTarget.Finish finish) {
        return of(listed, length).stream()
                .filter(name -> OURS.stream().anyMatch(prefix -> startsWith(name, prefix)))
                .filter(name -> finish.attributes().stream().noneMatch(wanted -> Arrays.equals(wanted.name(), name)))
                .toList();
    }

    private static boolean startsWith(byte[] name, byte[] prefix) {
        return name.length >= prefix.length && Arrays.equals(name, 0, prefix.length, prefix, 0, prefix.length);
    }
}
