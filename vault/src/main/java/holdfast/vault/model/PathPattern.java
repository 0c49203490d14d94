package holdfast.vault.model;

import holdfast.vault.host.RawText;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * A pattern for paths: {@code *}, {@code ?} and {@code [a-z]} within a name, {@code **} for any number of folders. One
 * without a slash is any file or folder of that name, one that starts with a slash is a whole path, any other the end
 * of a path. Bytes that are not UTF-8 count as letters, in patterns and in paths.
 */
public final class PathPattern {
    private final Pattern pattern;
    private final boolean ignoreCase;

    private PathPattern(Pattern pattern, boolean ignoreCase) {
        this.pattern = pattern;
        this.ignoreCase = ignoreCase;
    }

    /** @param glob as {@link RawText} has it */
    public static PathPattern of(String glob) {
        return new PathPattern(compile(glob), false);
    }

    /** Takes capital letters for small ones, in the pattern and in paths. */
    public static PathPattern ignoringCase(String glob) {
        return new PathPattern(compile(glob.toLowerCase(Locale.ROOT)), true);
    }

    /** This path and no other. */
    public static PathPattern exactly(FilePath path) {
        return new PathPattern(Pattern.compile(Pattern.quote(path.rawText())), false);
    }

    public boolean matches(FilePath path) {
        String text = RawText.of(path.bytes());
        return pattern.matcher(ignoreCase ? text.toLowerCase(Locale.ROOT) : text)
                .matches();
    }

    private static Pattern compile(String glob) {
        String core = glob.length() > 1 && glob.endsWith("/") ? glob.substring(0, glob.length() - 1) : glob;
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
                regex.append(letters(core.substring(i + 1, end)));
                i = end + 1;
            } else if (c == '\\' && i + 1 < core.length()) {
                regex.append(Pattern.quote(core.substring(i + 1, i + 2)));
                i += 2;
            } else {
                regex.append(c == '*' ? "[^/]*" : c == '?' ? "[^/]" : Pattern.quote(String.valueOf(c)));
                i++;
            }
        }
        return Pattern.compile(regex.toString(), Pattern.DOTALL);
    }

    /** What stands in brackets: letters and ranges, {@code ^} or {@code !} for all others. */
    private static String letters(String inside) {
        boolean others = inside.length() > 1 && (inside.startsWith("^") || inside.startsWith("!"));
        String plain = others ? inside.substring(1) : inside;
        return (others ? "[^/" : "[") + plain.replaceAll("[\\[\\]\\\\^&]", "\\\\$0") + "]";
    }
}
