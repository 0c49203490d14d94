package holdfast.vault.recover;

import static java.nio.charset.StandardCharsets.UTF_8;

import holdfast.vault.host.HostAttribute;
import holdfast.vault.host.HostTarget;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** A tree with one of everything that a file system has, and what can be seen of a tree. */
final class OddTree {
    static final byte[] NOT_UTF8 = {'b', 'a', 'd', (byte) 0xff};
    private static final long HUGE = 40L << 20;

    private OddTree() {}

    static void make(Path top) throws IOException {
        Files.createDirectories(top.resolve("empty folder"));
        Files.write(top.resolve("empty"), new byte[0]);
        Files.writeString(top.resolve("one"), "1");
        Files.writeString(top.resolve("%41 back\\slash \n line"), "odd name");
        Files.createLink(top.resolve("two"), top.resolve("one"));
        Files.createSymbolicLink(top.resolve("link"), Path.of("nowhere/at all"));
        try (RandomAccessFile sparse =
                new RandomAccessFile(top.resolve("sparse").toFile(), "rw")) {
            sparse.setLength(HUGE);
            sparse.seek(HUGE / 2 + 17);
            sparse.write("an island".getBytes(UTF_8));
        }
        HostTarget host = HostTarget.of(top.toString().getBytes(UTF_8));
        List<HostAttribute> attributes = List.of(
                new HostAttribute("user.colour".getBytes(UTF_8), new byte[] {0, 1, (byte) 0xff}),
                new HostAttribute("user.empty".getBytes(UTF_8), new byte[0]));
        put(host, "attributed".getBytes(UTF_8), 0640, 1_234_567_890L, 123_456_789, attributes);
        put(host, "special bits".getBytes(UTF_8), 04751, -86_400, 0, List.of());
        put(host, NOT_UTF8, 0600, 5, 6, List.of());
        host.makeSpecial("fifo".getBytes(UTF_8), 0010000, 0, new HostTarget.Finish(0600, 0, 0, 1, 1, List.of()));
    }

    private static void put(
            HostTarget host, byte[] name, int mode, long seconds, int nanos, List<HostAttribute> attributes)
            throws IOException {
        byte[] bytes = "content".getBytes(UTF_8);
        int user = (int) Files.getAttribute(Path.of("."), "unix:uid");
        host.write(
                name,
                true,
                0,
                bytes,
                0,
                bytes.length,
                -1,
                new HostTarget.Finish(mode, user, user, seconds, nanos, attributes));
    }

    /** Each path and what can be seen of it by {@code java.nio.file}; the content as a hash. */
    static Map<String, List<Object>> seen(Path top) throws IOException {
        Map<String, List<Object>> seen = new TreeMap<>();
        try (Stream<Path> walk = Files.walk(top)) {
            for (Path path : walk.filter(p -> !p.equals(top)).toList()) {
                Map<String, Object> all = Files.readAttributes(
                        path, "unix:mode,lastModifiedTime,size,nlink,uid", LinkOption.NOFOLLOW_LINKS);
                Object content = Files.isSymbolicLink(path)
                        ? Files.readSymbolicLink(path).toString()
                        : Files.isRegularFile(path) ? Integer.toHexString(digest(path)) : "";
                Object size = Files.isDirectory(path, LinkOption.NOFOLLOW_LINKS) ? 0 : all.get("size");
                Object links = Files.isDirectory(path, LinkOption.NOFOLLOW_LINKS) ? 0 : all.get("nlink");
                seen.put(
                        top.relativize(path).toString(),
                        List.of(all.get("mode"), all.get("lastModifiedTime"), all.get("uid"), size, links, content));
            }
        }
        return seen;
    }

    private static int digest(Path path) throws IOException {
        int sum = 1;
        byte[] buffer = new byte[1 << 16];
        try (var in = Files.newInputStream(path)) {
            for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
                for (int i = 0; i < n; i++) {
                    sum = 31 * sum + buffer[i];
                }
            }
        }
        return sum;
    }
}
