package holdfast.vault.backup;

import static java.nio.charset.StandardCharsets.US_ASCII;

import holdfast.vault.host.HostContent;
import holdfast.vault.host.HostFile;
import holdfast.vault.host.RawText;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;

/**
 * A file that marks its folder as one to leave out: everything in it but the mark itself.
 *
 * @param name the file's name, as {@link RawText} has it
 * @param start how its content must start; empty: anything
 */
public record FolderMark(String name, String start) {
    /** Folders that a program marked as a cache (bford.info/cachedir). */
    public static final FolderMark CACHE =
            new FolderMark("CACHEDIR.TAG", "Signature: 8a477f597d28d172789f06886806bc55");

    boolean is(HostFile file) {
        return file.stat().isFile() && Arrays.equals(file.name(), RawText.bytes(name));
    }

    boolean isIn(List<HostFile> children) {
        return children.stream().anyMatch(file -> is(file) && startsRight(file));
    }

    /** A mark that cannot be read is none: what is saved in vain is better than what is left out by mistake. */
    private boolean startsRight(HostFile file) {
        byte[] wanted = start.getBytes(US_ASCII);
        byte[] found = new byte[wanted.length];
        if (wanted.length == 0) {
            return true;
        }
        try (HostContent content = file.open()) {
            return content.read(found, 0, found.length) == found.length && Arrays.equals(found, wanted);
        } catch (IOException e) {
            return false;
        }
    }
}
