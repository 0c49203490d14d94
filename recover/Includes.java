import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Which paths are wanted: all, or those named and what is below them. Paths are as {@code ls} shows them. */
final class Includes {
    private final List<byte[]> wanted = new ArrayList<>();

    Includes(List<String> paths) {
        for (String path : paths) {
            byte[] bytes = Names.parse(path);
            int end = bytes.length;
            while (end > 1 && bytes[end - 1] == '/') {
                end--;
            }
            wanted.add(Arrays.copyOf(bytes, end));
        }
    }

    /** Whether this path itself is wanted. */
    boolean takes(byte[] path) {
        return wanted.isEmpty() || wanted.stream().anyMatch(w -> within(path, w));
    }

    /** Whether something below this path may be wanted. */
    boolean leadsOn(byte[] path) {
        return takes(path) || wanted.stream().anyMatch(w -> within(w, path));
    }

    private static boolean within(byte[] path, byte[] folder) {
        int n = folder.length;
        return path.length >= n
                && Arrays.equals(path, 0, n, folder, 0, n)
                && (path.length == n || path[n] == '/' || folder[n - 1] == '/');
    }
}
