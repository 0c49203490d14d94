package holdfast.vault.vectors;

import static java.nio.charset.StandardCharsets.UTF_8;

import holdfast.vault.codec.Encoder;
import java.util.List;

/** An entry of a tree as the format has it. {@link #named} and its like change one field, rightly or wrongly. */
@SuppressWarnings("ArrayRecordComponent") // compared by nobody
record Node(
        int kind,
        byte[] name,
        int mode,
        long seconds,
        int nanos,
        long size,
        long device,
        long twin,
        byte[] target,
        List<byte[]> attributes,
        List<Format.Chunk> pieces) {
    static final long TIME = 1_750_000_000L;
    static final int USER = 1000;

    static Node file(String name, List<Format.Chunk> pieces) {
        long size = pieces.stream().mapToLong(Format.Chunk::length).sum();
        return new Node(0, name.getBytes(UTF_8), 0644, TIME, 0, size, 0, 0, new byte[0], List.of(), pieces);
    }

    static Node folder(String name, List<Format.Chunk> tree) {
        return new Node(1, name.getBytes(UTF_8), 0755, TIME, 0, 0, 0, 0, new byte[0], List.of(), tree);
    }

    static Node link(String name, String target) {
        return new Node(2, name.getBytes(UTF_8), 0777, TIME, 0, 0, 0, 0, target.getBytes(UTF_8), List.of(), List.of());
    }

    static Node special(String name, int kind, long device) {
        return new Node(kind, name.getBytes(UTF_8), 0600, TIME, 0, 0, device, 0, new byte[0], List.of(), List.of());
    }

    Node named(byte[] other) {
        return new Node(kind, other, mode, seconds, nanos, size, device, twin, target, attributes, pieces);
    }

    Node ofKind(int other) {
        return new Node(other, name, mode, seconds, nanos, size, device, twin, target, attributes, pieces);
    }

    Node mode(int other) {
        return new Node(kind, name, other, seconds, nanos, size, device, twin, target, attributes, pieces);
    }

    Node at(long otherSeconds, int otherNanos) {
        return new Node(kind, name, mode, otherSeconds, otherNanos, size, device, twin, target, attributes, pieces);
    }

    Node size(long other) {
        return new Node(kind, name, mode, seconds, nanos, other, device, twin, target, attributes, pieces);
    }

    Node twin(long other) {
        return new Node(kind, name, mode, seconds, nanos, size, device, other, target, attributes, pieces);
    }

    /** Names and values in turn. */
    Node attributes(byte[]... other) {
        return new Node(kind, name, mode, seconds, nanos, size, device, twin, target, List.of(other), pieces);
    }

    static byte[] tree(List<Node> nodes) {
        Encoder out = new Encoder(1024).varint(nodes.size());
        nodes.forEach(node -> node.encode(out));
        return out.toByteArray();
    }

    private void encode(Encoder out) {
        out.u8(kind)
                .blob(name)
                .varint(mode)
                .varint(USER)
                .varint(USER)
                .signed(seconds)
                .varint(nanos);
        out.varint(size).varint(device).varint(twin).blob(target).varint(attributes.size() / 2);
        attributes.forEach(out::blob);
        pieces(out, pieces);
    }

    static void pieces(Encoder out, List<Format.Chunk> pieces) {
        out.varint(pieces.size());
        pieces.forEach(piece -> out.raw(piece.id()).varint(piece.length()));
    }
}
