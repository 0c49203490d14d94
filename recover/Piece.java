import java.util.ArrayList;
import java.util.List;

/**
 * A stretch of a file or of a tree: the chunk with this id, which has this length. A file is its pieces, one behind
 * another.
 */
record Piece(byte[] id, int length) {
    static List<Piece> list(Cursor in) throws Damage {
        List<Piece> pieces = new ArrayList<>();
        for (int left = in.count(); left > 0; left--) {
            pieces.add(new Piece(in.take(32), in.size()));
        }
        return pieces;
    }

    static long length(List<Piece> pieces) {
        long sum = 0;
        for (Piece piece : pieces) {
            sum += piece.length;
        }
        return sum;
    }
}
