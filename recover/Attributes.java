import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributeView;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.UserDefinedFileAttributeView;
import java.time.Instant;

/**
 * Sets what belongs to a file beside its content, as far as the JDK and the user's rights reach, and says what it could
 * not: owners (who is not the superuser may not give files away), extended attributes other than {@code user.…},
 * fractions of seconds before 1970 (the JDK cannot write them).
 */
final class Attributes {
    private static final String USER_SPACE = "user.";

    private final Complaints complaints;
    private boolean unix = true;

    Attributes(Complaints complaints) {
        this.complaints = complaints;
    }

    /** In this order: giving a file away clears its set-user bit; a file without write permission takes no attributes. */
    void set(Path path, Entry entry, String shown) {
        for (Entry.Attribute attribute : entry.attributes()) {
            extended(path, entry, attribute, shown);
        }
        owner(path, "unix:uid", entry.user(), shown);
        owner(path, "unix:gid", entry.group(), shown);
        if (unix && entry.kind() != Entry.LINK) {
            try {
                Files.setAttribute(path, "unix:mode", entry.mode());
            } catch (IOException | RuntimeException e) {
                complaints.unable("permissions", shown);
            }
        }
        try {
            Files.getFileAttributeView(path, BasicFileAttributeView.class, LinkOption.NOFOLLOW_LINKS)
                    .setTimes(time(entry, shown), null, null);
        } catch (IOException e) {
            complaints.unable("times", shown);
        }
    }

    private void owner(Path path, String which, long number, String shown) {
        try {
            if (unix && ((Number) Files.getAttribute(path, which, LinkOption.NOFOLLOW_LINKS)).intValue() != number) {
                Files.setAttribute(path, which, (int) number, LinkOption.NOFOLLOW_LINKS);
            }
        } catch (IOException e) {
            complaints.unable("owners and groups (only the superuser may set them)", shown);
        } catch (UnsupportedOperationException | IllegalArgumentException e) {
            unix = false;
            complaints.unable("owners, groups and permissions (this system has none of Unix)", shown);
        }
    }

    private void extended(Path path, Entry entry, Entry.Attribute attribute, String shown) {
        String name = Names.onDisk(attribute.name());
        if (name == null || !name.startsWith(USER_SPACE) || entry.kind() == Entry.LINK) {
            complaints.unable("extended attribute " + Names.show(attribute.name()), shown);
            return;
        }
        try {
            Files.getFileAttributeView(path, UserDefinedFileAttributeView.class)
                    .write(name.substring(USER_SPACE.length()), ByteBuffer.wrap(attribute.value()));
        } catch (IOException | RuntimeException e) {
            complaints.unable("extended attribute " + Names.show(attribute.name()), shown);
        }
    }

    private FileTime time(Entry entry, String shown) {
        Instant time = entry.time();
        if (time.getEpochSecond() < 0 && time.getNano() != 0) {
            complaints.unable("fractions of seconds before 1970", shown);
            time = Instant.ofEpochSecond(time.getEpochSecond());
        }
        return FileTime.from(time);
    }

    /** For a folder that only a handle leads to: what cannot be set there. */
    void folderByHandle(Entry entry, String shown) {
        if ((entry.mode() & 07000) != 0 || !entry.attributes().isEmpty() || entry.user() != 0 || entry.group() != 0) {
            complaints.unable("owners, special bits and attributes of folders deeper than a path can be", shown);
        }
    }
}
