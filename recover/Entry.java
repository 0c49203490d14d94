import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * One name in a folder, with all that is known of it ('Trees' of the format).
 *
 * @param kind one of the constants below
 * @param mode the twelve permission bits
 * @param twin the same number, not zero, marks the names of one file (hard links)
 * @param target where a symbolic link points
 * @param pieces the content of a file, or the tree of a folder
 */
record Entry(
        int kind,
        byte[] name,
        int mode,
        long user,
        long group,
        Instant time,
        long size,
        long twin,
        byte[] target,
        List<Attribute> attributes,
        List<Piece> pieces) {

    static final int FILE = 0;
    static final int FOLDER = 1;
    static final int LINK = 2;
    static final List<String> KINDS =
            List.of("file", "folder", "symbolic link", "fifo", "socket", "character device", "block device");
    private static final int MOST_TREE_BYTES = 1 << 30;

    /** An extended attribute. */
    record Attribute(byte[] name, byte[] value) {}

    /** What is in a folder whose tree these pieces are. The root alone may have an entry called '/'. */
    static List<Entry> folder(Packs packs, List<Piece> tree, boolean root) throws IOException {
        if (Piece.length(tree) > MOST_TREE_BYTES) {
            throw new Damage("a folder's tree is longer than a gigabyte");
        }
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        for (Piece piece : tree) {
            bytes.writeBytes(packs.tree(piece));
        }
        Cursor in = new Cursor(bytes.toByteArray());
        List<Entry> entries = new ArrayList<>();
        byte[] before = {};
        for (int left = in.count(); left > 0; left--) {
            Entry entry = read(in);
            if (!proper(entry.name) && !(root && entry.absolute())) {
                throw new Damage("a folder holds a name that there cannot be: " + Names.show(entry.name));
            }
            if (Arrays.compareUnsigned(before, entry.name) >= 0) {
                throw new Damage("the names of a folder are not in their order");
            }
            before = entry.name;
            entries.add(entry);
        }
        in.finish();
        return entries;
    }

    private static Entry read(Cursor in) throws Damage {
        int kind = in.u8();
        if (kind >= KINDS.size()) {
            throw new Damage("a folder holds something of a kind that there is not");
        }
        byte[] name = in.blob();
        long mode = in.varint();
        if (mode < 0 || mode > 07777) {
            throw new Damage("a folder holds something whose permissions are none");
        }
        long user = in.varint();
        long group = in.varint();
        Instant time = Snapshot.time(in);
        long size = in.varint();
        in.varint(); // the number of a device: a JDK makes none
        long twin = in.varint();
        byte[] target = in.blob();
        List<Attribute> attributes = new ArrayList<>();
        for (int left = in.count(); left > 0; left--) {
            attributes.add(new Attribute(in.blob(), in.blob()));
        }
        return new Entry(kind, name, (int) mode, user, group, time, size, twin, target, attributes, Piece.list(in));
    }

    private static boolean proper(byte[] name) {
        for (byte b : name) {
            if (b == 0 || b == '/') {
                return false;
            }
        }
        String text = Names.show(name);
        return !text.isEmpty() && !text.equals(".") && !text.equals("..");
    }

    /** Whether this is the folder of absolute paths, in the root. */
    boolean absolute() {
        return kind == FOLDER && name.length == 1 && name[0] == '/';
    }

    /** The path of this entry in a folder with that path. */
    byte[] within(byte[] folder) {
        boolean slash = folder.length > 0 && folder[folder.length - 1] != '/';
        return Crypto.join(folder, slash ? new byte[] {'/'} : new byte[0], name);
    }

    /** As {@code ls -l} shows kind and permissions. */
    String letters() {
        StringBuilder text = new StringBuilder("-dlpscb".substring(kind, kind + 1));
        for (int i = 0; i < 9; i++) {
            text.append((mode >> 8 - i & 1) == 1 ? "rwxrwxrwx".charAt(i) : '-');
        }
        for (int i = 0; i < 3; i++) {
            int at = 3 * i + 3;
            if ((mode >> 11 - i & 1) == 1) {
                char letter = "sst".charAt(i);
                text.setCharAt(at, text.charAt(at) == 'x' ? letter : Character.toUpperCase(letter));
            }
        }
        return text.toString();
    }
}
