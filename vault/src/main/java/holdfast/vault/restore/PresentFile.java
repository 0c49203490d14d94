package holdfast.vault.restore;

import holdfast.vault.host.HostContent;
import holdfast.vault.host.HostFile;
import holdfast.vault.host.HostStat;
import holdfast.vault.model.Piece;
import holdfast.vault.pack.ChunkIds;
import holdfast.vault.tree.TreeNode;
import java.io.IOException;
import java.util.BitSet;
import java.util.List;

/** What lies at the place of a file that is to be restored. */
final class PresentFile {
    private PresentFile() {}

    /** Whether the policy leaves it alone. */
    static boolean stays(HostStat there, TreeNode node, Overwrite policy) {
        boolean sameTime = there.seconds() == node.seconds() && there.nanos() == node.nanos();
        boolean newer =
                node.seconds() > there.seconds() || (node.seconds() == there.seconds() && node.nanos() > there.nanos());
        return switch (policy) {
            case ALWAYS -> false;
            case IF_CHANGED -> there.isFile() && sameTime && there.size() == node.size();
            case IF_NEWER -> !newer;
            case NEVER -> true;
        };
    }

    /** Which of the pieces are right as they lie there, by number. */
    static BitSet rightPieces(HostFile file, List<Piece> pieces, ChunkIds ids) throws IOException {
        BitSet right = new BitSet(pieces.size());
        int longest = pieces.stream().mapToInt(Piece::length).max().orElse(0);
        byte[] buffer = new byte[longest];
        try (HostContent content = file.open()) {
            for (int i = 0; i < pieces.size(); i++) {
                Piece piece = pieces.get(i);
                if (content.read(buffer, 0, piece.length()) < piece.length()) {
                    break;
                }
                right.set(i, ids.of(buffer, 0, piece.length()).equals(piece.id()));
            }
        }
        return right;
    }
}
