import java.io.IOException;
import java.io.InputStream;
import java.io.RandomAccessFile;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * The objects of a vault in a folder: a file each, named as the object is ({@code config}, {@code keys/HEX},
 * {@code packs/HH/HEX} …). Read only; nothing in the vault is ever changed by this program.
 */
final class Store {
    private final Path folder;

    Store(Path folder) {
        this.folder = folder;
    }

    /** Names of the objects below {@code keys}, {@code enrolled}, {@code packs} …, sorted; none if there is no such. */
    List<String> list(String below) throws IOException {
        List<String> names = new ArrayList<>();
        list(folder.resolve(below), below, names);
        Collections.sort(names);
        return names;
    }

    private static void list(Path in, String prefix, List<String> names) throws IOException {
        if (!Files.isDirectory(in)) {
            return;
        }
        try (DirectoryStream<Path> entries = Files.newDirectoryStream(in)) {
            for (Path entry : entries) {
                String name = prefix + "/" + entry.getFileName();
                if (Files.isDirectory(entry)) {
                    list(entry, name, names);
                } else {
                    names.add(name);
                }
            }
        }
    }

    long size(String name) throws IOException {
        return Files.size(folder.resolve(name));
    }

    /**
     * A whole object.
     *
     * @param most more bytes than this are not believed: an object that fills the memory helps nobody
     */
    byte[] read(String name, int most) throws IOException {
        try {
            long size = size(name);
            if (size > most) {
                throw new Damage("it is larger than any object of its kind");
            }
            return read(name, 0, (int) size);
        } catch (NoSuchFileException e) {
            throw new Damage("it is missing");
        }
    }

    /** As {@link #read(String, int)}, and the bytes are those that the object's name promises. */
    byte[] readNamed(String name, int most) throws IOException {
        byte[] bytes = read(name, most);
        if (!name.endsWith("/" + Crypto.hex(Crypto.sha256(bytes)))) {
            throw new Damage("its bytes are not those that its name promises");
        }
        return bytes;
    }

    /** SHA-256 of an object of any size, in hex. */
    String hash(String name) throws IOException {
        MessageDigest digest = Crypto.sha256();
        try (InputStream in = Files.newInputStream(folder.resolve(name))) {
            byte[] buffer = new byte[1 << 16];
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                digest.update(buffer, 0, read);
            }
        }
        return Crypto.hex(digest.digest());
    }

    /** A part of an object. */
    byte[] read(String name, long from, int length) throws IOException {
        try (RandomAccessFile file = new RandomAccessFile(folder.resolve(name).toFile(), "r")) {
            if (length < 0 || from < 0 || file.length() - from < length) {
                throw new Damage("it ends before it should");
            }
            byte[] bytes = new byte[length];
            file.seek(from);
            file.readFully(bytes);
            return bytes;
        }
    }
}
