package holdfast.vault.model;

import holdfast.vault.codec.Decoder;
import holdfast.vault.codec.Encoder;
import holdfast.vault.codec.MalformedException;
import java.util.ArrayList;
import java.util.List;

/** A chunk as a part of something longer: a file, a tree, an attachment. */
public record Piece(ChunkId id, int length) {
    public static void encode(Encoder out, List<Piece> pieces) {
        out.varint(pieces.size());
        for (Piece piece : pieces) {
            out.u64(piece.id.a()).u64(piece.id.b()).u64(piece.id.c()).u64(piece.id.d());
            out.varint(piece.length);
        }
    }

    public static List<Piece> decode(Decoder in) throws MalformedException {
        int count = in.count(ChunkId.BYTES + 1);
        List<Piece> pieces = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            ChunkId id = new ChunkId(in.u64(), in.u64(), in.u64(), in.u64());
            pieces.add(new Piece(id, in.number(Integer.MAX_VALUE)));
        }
        return List.copyOf(pieces);
    }

    public static long sum(List<Piece> pieces) {
        long sum = 0;
        for (Piece piece : pieces) {
            sum += piece.length;
        }
        return sum;
    }

    /** With the offset of each in the whole. */
    public static List<ChunkRef> refs(List<Piece> pieces) {
        List<ChunkRef> refs = new ArrayList<>(pieces.size());
        long offset = 0;
        for (Piece piece : pieces) {
            refs.add(new ChunkRef(piece.id, offset, piece.length));
            offset += piece.length;
        }
        return refs;
    }
}
