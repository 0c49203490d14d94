package holdfast.vault.tree;

import holdfast.vault.codec.Decoder;
import holdfast.vault.codec.Encoder;
import holdfast.vault.codec.MalformedException;
import holdfast.vault.host.HostAttribute;
import holdfast.vault.host.HostFile;
import holdfast.vault.model.FileKind;
import holdfast.vault.model.Piece;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * An entry of a folder in a snapshot.
 *
 * @param name bytes, without a slash; the node called {@code /} in the root holds the absolute paths
 * @param mode permission bits, {@code 07777}
 * @param device of a device file, its number
 * @param twin the same number for all hard links of one file in a snapshot; 0 for a file with one name
 * @param target where a symbolic link points
 * @param pieces content of a file; of a folder, its tree
 */
@SuppressWarnings("ArrayRecordComponent") // compared by nobody
public record TreeNode(
        byte[] name,
        FileKind kind,
        int mode,
        int user,
        int group,
        long seconds,
        int nanos,
        long size,
        long device,
        long twin,
        byte[] target,
        List<Attribute> attributes,
        List<Piece> pieces) {
    /** An extended attribute; POSIX ACLs are kept as those that the kernel stores them in. */
    @SuppressWarnings("ArrayRecordComponent") // compared by nobody
    public record Attribute(byte[] name, byte[] value) {
        public static List<Attribute> of(HostFile file) throws IOException {
            List<HostAttribute> found = file.attributes();
            if (found.isEmpty()) {
                return List.of();
            }
            return found.stream().map(a -> new Attribute(a.name(), a.value())).toList();
        }

        public static void encode(Encoder out, List<Attribute> attributes) {
            out.varint(attributes.size());
            for (Attribute attribute : attributes) {
                out.blob(attribute.name()).blob(attribute.value());
            }
        }

        public static List<Attribute> decode(Decoder in) throws MalformedException {
            int count = in.count(2);
            List<Attribute> attributes = new ArrayList<>(count);
            for (int i = 0; i < count; i++) {
                attributes.add(new Attribute(in.blob(), in.blob()));
            }
            return List.copyOf(attributes);
        }
    }

    /** The same folder with another tree. */
    public TreeNode withPieces(List<Piece> other) {
        return new TreeNode(
                name, kind, mode, user, group, seconds, nanos, size, device, twin, target, attributes, other);
    }

    public static byte[] encode(List<TreeNode> nodes) {
        Encoder out = new Encoder(64 + 96 * nodes.size()).varint(nodes.size());
        nodes.forEach(node -> node.encode(out));
        return out.toByteArray();
    }

    private void encode(Encoder out) {
        out.u8(kind.code()).blob(name).varint(mode).varint(user & 0xffffffffL).varint(group & 0xffffffffL);
        out.signed(seconds)
                .varint(nanos)
                .varint(size)
                .varint(device)
                .varint(twin)
                .blob(target);
        Attribute.encode(out, attributes);
        Piece.encode(out, pieces);
    }

    public static List<TreeNode> decodeAll(byte[] tree) throws MalformedException {
        Decoder in = new Decoder(tree);
        int count = in.count(12);
        List<TreeNode> nodes = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            TreeNode node = decode(in);
            if (i > 0 && Arrays.compareUnsigned(nodes.getLast().name, node.name) >= 0) {
                // Two entries of one name could make a restore write through a link that it made itself.
                throw new MalformedException("the names of a tree are not in order");
            }
            nodes.add(node);
        }
        in.demandEnd();
        return nodes;
    }

    private static TreeNode decode(Decoder in) throws MalformedException {
        FileKind kind;
        try {
            kind = FileKind.ofCode(in.u8());
        } catch (IllegalArgumentException e) {
            throw new MalformedException(String.valueOf(e.getMessage()));
        }
        byte[] name = demandName(in.blob());
        int mode = in.number(07777);
        int user = owner(in);
        int group = owner(in);
        long seconds = in.signed();
        if (seconds < Instant.MIN.getEpochSecond() || seconds > Instant.MAX.getEpochSecond()) {
            throw new MalformedException("a time is out of range");
        }
        int nanos = in.number(999_999_999);
        long size = in.varint();
        long device = in.varint();
        long twin = in.varint();
        byte[] target = in.blob();
        List<Attribute> attributes = Attribute.decode(in);
        List<Piece> pieces = Piece.decode(in);
        return new TreeNode(
                name, kind, mode, user, group, seconds, nanos, size, device, twin, target, attributes, pieces);
    }

    /** A number of 32 bits without a sign. */
    private static int owner(Decoder in) throws MalformedException {
        long id = in.varint();
        if (id >>> Integer.SIZE != 0) {
            throw new MalformedException("a number is out of its range");
        }
        return (int) id;
    }

    /** A name must not lead out of its folder, whoever wrote the tree. */
    private static byte[] demandName(byte[] name) throws MalformedException {
        boolean dots = name.length <= 2 && (name.length < 1 || name[0] == '.') && (name.length < 2 || name[1] == '.');
        boolean slash = false;
        for (byte b : name) {
            slash |= b == '/' || b == 0;
        }
        if (dots || (slash && !(name.length == 1 && name[0] == '/'))) {
            throw new MalformedException("a tree holds a name that no file can have");
        }
        return name;
    }
}
