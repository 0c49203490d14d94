package holdfast.vault.index;

import holdfast.vault.model.ChunkId;
import holdfast.vault.model.Piece;
import holdfast.vault.pack.ChunkIds;
import holdfast.vault.pack.PackStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Keeps chunks that the vault does not have yet and passes over those that it has: what this key wrote itself, or an
 * owner or reader vouches for with a signature. Anybody else's chunk may be junk under a true id. Used by one thread.
 */
public final class PieceStore {
    private final PackStream stream;
    private final ChunkIndex trusted;
    private final ChunkIds ids;
    private final int longest;
    private final Set<ChunkId> fresh = new HashSet<>();
    private long newBytes;

    public PieceStore(PackStream stream, ChunkIndex trusted, ChunkIds ids, int longest) {
        this.stream = stream;
        this.trusted = trusted;
        this.ids = ids;
        this.longest = longest;
    }

    public Piece keep(ChunkId id, byte[] bytes, int from, int length) throws IOException, InterruptedException {
        if (!trusted.claim(id) && fresh.add(id)) {
            stream.add(id, bytes, from, length);
            newBytes += length;
        }
        return new Piece(id, length);
    }

    /** Keeps bytes that are cut at fixed lengths: trees and attachments. */
    public List<Piece> keep(byte[] bytes) throws IOException, InterruptedException {
        List<Piece> pieces = new ArrayList<>(1);
        for (int at = 0; at < bytes.length; at += longest) {
            int length = Math.min(longest, bytes.length - at);
            pieces.add(keep(ids.of(bytes, at, length), bytes, at, length));
        }
        return pieces;
    }

    public long newBytes() {
        return newBytes;
    }
}
