package holdfast.vault.backup;

import static java.nio.charset.StandardCharsets.US_ASCII;

import holdfast.vault.host.HostContent;
import holdfast.vault.host.HostFile;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;

/** Folders that a program marked as a cache with a file {@code CACHEDIR.TAG} (bford.info/cachedir). */
final class CacheTag {
    private static final byte[] NAME = "CACHEDIR.TAG".getBytes(US_ASCII);
    private static final byte[] SIGNATURE = "Signature: 8a477f597d28d172789f06886806bc55".getBytes(US_ASCII);

    private CacheTag() {}

    static boolean isTag(HostFile file) {
        return file.stat().isFile() && Arrays.equals(file.name(), NAME);
    }

    static boolean isIn(List<HostFile> children) {
        return children.stream().anyMatch(file -> isTag(file) && isSigned(file));
    }

    /** A tag that cannot be read is none: what is saved in vain is better than what is left out by mistake. */
    private static boolean isSigned(HostFile file) {
        byte[] start = new byte[SIGNATURE.length];
        try (HostContent content = file.open()) {
            return content.read(start, 0, start.length) == start.length && Arrays.equals(start, SIGNATURE);
        } catch (IOException e) {
            return false;
        }
    }
}
