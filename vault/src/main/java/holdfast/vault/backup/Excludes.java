package holdfast.vault.backup;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import holdfast.vault.model.FilePath;
import java.util.List;
import java.util.regex.Pattern;

/**
 * What a backup leaves out.
 *
 * @param patterns {@code *}, {@code ?} and {@code [a-z]} within a name, {@code **} for any number of folders; one without
 *     a slash is any file or folder of that name, one that starts with a slash is a whole path, any other the end of a
 *     path. What lies in an excluded folder is excluded too.
 * @param largerThan regular files of more bytes than this
 * @param cacheFolders what is in a folder with a {@code CACHEDIR.TAG} of the right beginning, the tag itself aside
 * @param oneFileSystem what is mounted in the folders asked for
 */
public record Excludes(List<String> patterns, long largerThan, boolean cacheFolders, boolean oneFileSystem) {
    /** Leaves nothing out. */
    public static final Excludes NONE = new Excludes(List.of(), Long.MAX_VALUE, false, false);

    public Excludes {
        patterns = List.copyOf(patterns);
    }

    /** The patterns, compiled; matched against bytes as if each were a letter. */
    List<Pattern> compiled() {
        return patterns.stream().map(Excludes::compile).toList();
    }

    static boolean matches(List<Pattern> patterns, FilePath path) {
        if (patterns.isEmpty()) {
            return false;
        }
        String text = new String(path.bytes(), ISO_8859_1);
        return patterns.stream().anyMatch(pattern -> pattern.matcher(text).matches());
    }

    static Pattern compile(String glob) {
        String bytes = new String(glob.getBytes(UTF_8), ISO_8859_1);
        String core = bytes.length() > 1 && bytes.endsWith("/") ? bytes.substring(0, bytes.length() - 1) : bytes;
        StringBuilder regex = new StringBuilder(core.startsWith("/") ? "" : "(?:.*/)?");
        int i = 0;
        while (i < core.length()) {
            char c = core.charAt(i);
            if (core.startsWith("**/", i)) {
                regex.append("(?:.*/)?");
                i += 3;
            } else if (core.startsWith("**", i)) {
                regex.append(".*");
                i += 2;
            } else if (c == '[' && core.indexOf(']', i) > i + 1) {
                int end = core.indexOf(']', i);
                regex.append(core, i, end + 1);
                i = end + 1;
            } else {
                regex.append(c == '*' ? "[^/]*" : c == '?' ? "[^/]" : Pattern.quote(String.valueOf(c)));
                i++;
            }
        }
        return Pattern.compile(regex.toString(), Pattern.DOTALL);
    }
}
