package holdfast.vault.index;

import holdfast.vault.model.GroupId;
import holdfast.vault.model.Piece;
import holdfast.vault.model.VaultException;
import holdfast.vault.pack.ChunkIds;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads what consists of pieces, in order, keeping the groups opened last. Used by one thread. */
public final class PieceReader {
    private static final int GROUPS_KEPT = 8;

    private final ChunkIndex index;
    private final GroupReader groups;
    private final ChunkIds ids;
    private final Map<GroupId, byte[]> kept = new LinkedHashMap<>(16, 0.75f, true);

    public PieceReader(ChunkIndex index, GroupReader groups, ChunkIds ids) {
        this.index = index;
        this.groups = groups;
        this.ids = ids;
    }

    public byte[] read(Piece piece) throws IOException {
        ChunkIndex.Place place = index.demand(piece.id());
        if (place.length() != piece.length()) {
            throw new VaultException.Damaged("chunk " + piece.id() + " has another length in the index");
        }
        GroupId id = place.group().group().id();
        byte[] plain = kept.get(id);
        if (plain == null) {
            plain = groups.fetch(place.group());
            kept.put(id, plain);
            if (kept.size() > GROUPS_KEPT) {
                kept.remove(kept.keySet().iterator().next());
            }
        }
        return groups.chunk(plain, place.offset(), place.length(), piece.id(), ids);
    }

    public byte[] readAll(List<Piece> pieces) throws IOException {
        long length = Piece.sum(pieces);
        if (length > Integer.MAX_VALUE - 16) {
            throw new VaultException.Damaged("a tree of " + length + " bytes is longer than any");
        }
        byte[] all = new byte[(int) length];
        int at = 0;
        for (Piece piece : pieces) {
            System.arraycopy(read(piece), 0, all, at, piece.length());
            at += piece.length();
        }
        return all;
    }
}
