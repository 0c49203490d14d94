package holdfast.vault.host;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Instant;

/** What can be told of a file where there is no POSIX. */
final class PlainStat {
    private PlainStat() {}

    static HostStat of(Path path) throws IOException {
        BasicFileAttributes basic = Files.readAttributes(path, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
        int mode = HostStat.FILE | 0644;
        if (basic.isDirectory()) {
            mode = HostStat.FOLDER | 0755;
        } else if (basic.isSymbolicLink()) {
            mode = HostStat.SYMBOLIC_LINK | 0777;
        }
        Instant modified = basic.lastModifiedTime().toInstant();
        long seconds = modified.getEpochSecond();
        int nanos = modified.getNano();
        return new HostStat(mode, basic.size(), 0, 0, seconds, nanos, seconds, nanos, 0, 0, 1, 0);
    }
}
