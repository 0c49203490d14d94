package holdfast.ledger;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The unfinished right side of the tree, which is all that appending needs: the entries of the partial bundle and
 * the hashes of the partial tile of each level. Not thread-safe.
 */
final class RightEdge {
    private long size;
    private final List<byte[]> bundle;
    private final List<List<Hash>> levels;

    private RightEdge(long size, List<byte[]> bundle, List<List<Hash>> levels) {
        this.size = size;
        this.bundle = bundle;
        this.levels = levels;
    }

    static RightEdge empty() {
        return new RightEdge(0, new ArrayList<>(), new ArrayList<>());
    }

    /** The edge of the tree of {@code size} entries on this disk; whether it is the right one, its root shows. */
    static RightEdge load(Disk disk, long size) throws IOException, FormatException {
        List<byte[]> bundle = new ArrayList<>();
        if (size % TileName.WIDTH != 0) {
            TileName name = lastPartial(TileName.ENTRIES, size);
            bundle.addAll(Tiles.decodeEntries(LedgerFiles.demand(disk, name.path()), name.width()));
        }
        List<List<Hash>> levels = new ArrayList<>();
        for (int level = 0; TileName.count(level, size) > 0; level++) {
            if (TileName.count(level, size) % TileName.WIDTH == 0) {
                levels.add(new ArrayList<>());
            } else {
                TileName name = lastPartial(level, size);
                levels.add(Tiles.decodeHashes(LedgerFiles.demand(disk, name.path()), name.width()));
            }
        }
        return new RightEdge(size, bundle, levels);
    }

    private static TileName lastPartial(int level, long size) {
        long count = TileName.count(level, size);
        return new TileName(level, count / TileName.WIDTH, (int) (count % TileName.WIDTH));
    }

    RightEdge copy() {
        List<List<Hash>> copies = new ArrayList<>();
        levels.forEach(level -> copies.add(new ArrayList<>(level)));
        return new RightEdge(size, new ArrayList<>(bundle), copies);
    }

    /**
     * Adds entries; gives the tiles, full and partial, that must be written for the new size. A tile that stays as it
     * is, is not among them: the checkpoint before speaks of it, and writing it again could tear it.
     */
    SortedMap<TileName, byte[]> append(List<byte[]> entries) {
        long before = size;
        SortedMap<TileName, byte[]> writes = new TreeMap<>();
        for (byte[] entry : entries) {
            size++;
            bundle.add(entry);
            if (bundle.size() == TileName.WIDTH) {
                writes.put(TileName.full(TileName.ENTRIES, (size >> 8) - 1), Tiles.encodeEntries(bundle));
                bundle.clear();
            }
            push(0, Merkle.leaf(entry), writes);
        }
        if (size > before && !bundle.isEmpty()) {
            writes.put(lastPartial(TileName.ENTRIES, size), Tiles.encodeEntries(bundle));
        }
        for (int level = 0; level < levels.size(); level++) {
            boolean grown = TileName.count(level, size) > TileName.count(level, before);
            if (grown && !levels.get(level).isEmpty()) {
                writes.put(lastPartial(level, size), Tiles.encodeHashes(levels.get(level)));
            }
        }
        return writes;
    }

    private void push(int level, Hash hash, SortedMap<TileName, byte[]> writes) {
        if (level == levels.size()) {
            levels.add(new ArrayList<>());
        }
        List<Hash> tile = levels.get(level);
        tile.add(hash);
        if (tile.size() == TileName.WIDTH) {
            writes.put(
                    TileName.full(level, TileName.count(level, size) / TileName.WIDTH - 1), Tiles.encodeHashes(tile));
            Hash root = Merkle.root(tile);
            tile.clear();
            push(level + 1, root, writes);
        }
    }

    long size() {
        return size;
    }

    /** The root of the whole tree: what stands to the right of a complete subtree hangs below it as the last node. */
    Hash root() {
        return root(levels);
    }

    /** The root over these hashes, by level from the leaves upwards: those of a tree's partial tiles. */
    static Hash root(List<List<Hash>> levels) {
        List<Hash> rest = Collections.emptyList();
        for (List<Hash> level : levels) {
            List<Hash> nodes = new ArrayList<>(level);
            nodes.addAll(rest);
            rest = nodes.isEmpty() ? nodes : List.of(Merkle.root(nodes));
        }
        return Merkle.root(rest);
    }
}
