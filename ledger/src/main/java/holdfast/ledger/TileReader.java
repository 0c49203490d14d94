package holdfast.ledger;

import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Reads hashes and entries from the tiles of a tree of a given size. Keeps what it read; short-lived, one thread. */
final class TileReader implements SubtreeSource {
    private final Disk disk;
    private final long size;
    private final Map<TileName, List<Hash>> read = new HashMap<>();

    TileReader(Disk disk, long size) {
        this.disk = disk;
        this.size = size;
    }

    @Override
    public Hash subtree(int height, long index) throws IOException {
        int level = height / 8;
        long first = index << (height % 8);
        int count = 1 << (height % 8);
        int from = (int) (first % TileName.WIDTH);
        return Merkle.root(hashes(level, first / TileName.WIDTH).subList(from, from + count));
    }

    /** The hashes of a tile, as many as this tree has. */
    List<Hash> hashes(int level, long index) throws IOException {
        TileName name = new TileName(level, index, TileName.width(level, index, size));
        List<Hash> known = read.get(name);
        if (known != null) {
            return known;
        }
        try {
            List<Hash> hashes = Tiles.decodeHashes(LedgerFiles.demand(disk, name.path()), name.width());
            read.put(name, hashes);
            return hashes;
        } catch (FormatException e) {
            throw new IOException(name + " of " + disk + " is damaged: " + e.getMessage(), e);
        }
    }

    /** The entries of a bundle, as many as this tree has. */
    List<byte[]> entries(long index) throws IOException {
        TileName name = new TileName(TileName.ENTRIES, index, TileName.width(TileName.ENTRIES, index, size));
        try {
            return Tiles.decodeEntries(LedgerFiles.demand(disk, name.path()), name.width());
        } catch (FormatException e) {
            throw new IOException(name + " of " + disk + " is damaged: " + e.getMessage(), e);
        }
    }
}
