package holdfast.ledger;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeSet;

/**
 * Rebuilds the tree from the entries upwards and compares it with every tile that is stored. Where entries and
 * tile differ, the hash in the tile above (or, at the right edge, the signed root) decides which of them was
 * changed. Every partial tile that is still there must be a beginning of the tile that replaced it.
 */
final class TreeCheck {
    private final Disk disk;
    private final Checkpoint head;
    private final Findings findings;
    private final NavigableSet<TileName> files = new TreeSet<>();

    TreeCheck(Disk disk, Checkpoint head, Findings findings) {
        this.disk = disk;
        this.head = head;
        this.findings = findings;
    }

    /**
     * One tile after the comparison.
     *
     * @param accepted the hashes to go on with
     * @param other    those that the stored tile has instead, where neither is known to be wrong
     */
    private record Judged(List<Hash> accepted, Optional<List<Hash>> other) {}

    void check() throws IOException {
        listFiles();
        long size = head.size();
        List<Hash> below = List.of();
        List<List<Hash>> edge = new ArrayList<>();
        Optional<List<Hash>> edgeOfTile = Optional.empty();
        for (int level = 0; level == 0 ? size > 0 : !below.isEmpty(); level++) {
            long tiles = (TileName.count(level, size) + TileName.WIDTH - 1) / TileName.WIDTH;
            List<Hash> roots = new ArrayList<>();
            List<Hash> last = List.of();
            for (long index = 0; index < tiles; index++) {
                Judged judged = level == 0 ? leaves(index) : inner(level, index, below);
                if (TileName.width(level, index, size) == TileName.WIDTH) {
                    roots.add(Merkle.root(judged.accepted()));
                } else {
                    last = judged.accepted();
                    edgeOfTile = level == 0 ? judged.other() : edgeOfTile;
                }
            }
            edge.add(last);
            below = roots;
        }
        decide(edge, edgeOfTile);
    }

    private void listFiles() throws IOException {
        for (String name : disk.list("tile")) {
            Optional<TileName> tile = TileName.parse(name);
            if (tile.isEmpty()) {
                findings.remark(name + " is no tile; nothing vouches for it");
            } else if (tile.get().width()
                    > TileName.width(tile.get().level(), tile.get().index(), head.size())) {
                findings.remark(name + " lies beyond the checkpoint; nothing vouches for it yet");
            } else {
                files.add(tile.get());
            }
        }
    }

    /** A tile of leaf hashes against its bundle of entries. */
    private Judged leaves(long index) throws IOException {
        int width = TileName.width(0, index, head.size());
        TileName bundleName = new TileName(TileName.ENTRIES, index, width);
        List<Hash> computed = bundleHashes(bundleName);
        Optional<List<Hash>> stored = tile(new TileName(0, index, width));
        Judged judged = judge(bundleName, computed, stored);
        if (judged.other().isEmpty()) {
            checkPartials(index, TileName.ENTRIES, judged.accepted());
            checkPartials(index, 0, judged.accepted());
        }
        return judged;
    }

    private Judged judge(TileName bundle, List<Hash> computed, Optional<List<Hash>> stored) throws IOException {
        boolean bundleWhole = computed.size() == bundle.width();
        if (stored.isEmpty()) {
            return new Judged(computed, Optional.empty());
        }
        if (computed.equals(stored.get())) {
            return new Judged(computed, Optional.empty());
        }
        TileName tile = new TileName(0, bundle.index(), bundle.width());
        if (!bundle.isFull() && bundleWhole) {
            return new Judged(computed, stored);
        }
        Optional<Hash> above = bundle.isFull() ? above(tile) : Optional.empty();
        boolean tileGood =
                above.isEmpty() ? !bundleWhole : Merkle.root(stored.get()).equals(above.get());
        boolean bundleGood =
                bundleWhole && above.isPresent() && Merkle.root(computed).equals(above.get());
        if (!bundleGood) {
            reportEntries(bundle, computed, stored.get());
        }
        if (!tileGood) {
            reportHashes(tile, computed, stored.get());
        }
        return new Judged(tileGood || !bundleWhole ? stored.get() : computed, Optional.empty());
    }

    /** The hash of a full tile as the tile above has it. */
    private Optional<Hash> above(TileName tile) throws IOException {
        long index = tile.index() / TileName.WIDTH;
        int width = TileName.width(tile.level() + 1, index, head.size());
        Optional<byte[]> bytes = disk.read(new TileName(tile.level() + 1, index, width).path());
        try {
            return bytes.isEmpty()
                    ? Optional.empty()
                    : Optional.of(Tiles.decodeHashes(bytes.get(), width).get((int) (tile.index() % TileName.WIDTH)));
        } catch (FormatException e) {
            return Optional.empty();
        }
    }

    /** A tile of a higher level against the tiles below it. */
    private Judged inner(int level, long index, List<Hash> below) throws IOException {
        int width = TileName.width(level, index, head.size());
        int from = (int) (index * TileName.WIDTH);
        List<Hash> computed = below.subList(from, from + width);
        TileName name = new TileName(level, index, width);
        tile(name).filter(stored -> !stored.equals(computed)).ifPresent(stored -> reportHashes(name, computed, stored));
        checkPartials(index, level, computed);
        return new Judged(computed, Optional.empty());
    }

    /** At the right edge only the signed root can say whether entries or tile were changed. */
    private void decide(List<List<Hash>> edge, Optional<List<Hash>> edgeOfTile) throws IOException {
        boolean computedFits = RightEdge.root(edge).equals(head.root());
        if (edgeOfTile.isPresent()) {
            long index = head.size() / TileName.WIDTH;
            TileName tile = new TileName(0, index, (int) (head.size() % TileName.WIDTH));
            List<Hash> computed = edge.getFirst();
            List<List<Hash>> other = new ArrayList<>(edge);
            other.set(0, edgeOfTile.get());
            boolean storedFits = RightEdge.root(other).equals(head.root());
            if (!storedFits) {
                reportHashes(tile, computed, edgeOfTile.get());
            }
            if (!computedFits) {
                reportEntries(tile.onLevel(TileName.ENTRIES), computed, edgeOfTile.get());
            }
            if (storedFits || computedFits) {
                checkPartials(index, TileName.ENTRIES, storedFits ? edgeOfTile.get() : computed);
                checkPartials(index, 0, storedFits ? edgeOfTile.get() : computed);
            }
        } else if (!computedFits && findings.none()) {
            findings.broken(
                    LedgerFiles.CHECKPOINT,
                    "the tree of the " + head.size()
                            + " entries and tiles has another root than the one signed: entries"
                            + " and tiles were rewritten alike");
        }
    }

    private List<Hash> bundleHashes(TileName name) throws IOException {
        Optional<byte[]> bytes = disk.read(name.path());
        if (bytes.isEmpty()) {
            findings.broken(name.path(), name.firstEntry(), "is missing");
            return List.of();
        }
        return Tiles.decodeStrictly(bytes.get(), name.width()).stream()
                .map(Merkle::leaf)
                .toList();
    }

    private Optional<List<Hash>> tile(TileName name) throws IOException {
        Optional<byte[]> bytes = disk.read(name.path());
        if (bytes.isEmpty()) {
            findings.broken(name.path(), name.firstEntry(), "is missing");
            return Optional.empty();
        }
        try {
            return Optional.of(Tiles.decodeHashes(bytes.get(), name.width()));
        } catch (FormatException e) {
            findings.broken(name.path(), name.firstEntry(), String.valueOf(e.getMessage()));
            return Optional.empty();
        }
    }

    private void reportEntries(TileName bundle, List<Hash> computed, List<Hash> right) {
        int i = firstDifference(computed, right);
        findings.broken(
                bundle.path(),
                bundle.firstEntry() + i,
                i < computed.size()
                        ? "this entry is not the one that was signed"
                        : "the entries end or are malformed here");
    }

    private void reportHashes(TileName tile, List<Hash> right, List<Hash> stored) {
        int i = firstDifference(stored, right);
        long perHash = 1L << (8 * tile.level());
        findings.broken(
                tile.path(),
                tile.firstEntry() + i * perHash,
                "hash " + i + " of this tile is not that of the entries below it");
    }

    private static int firstDifference(List<Hash> a, List<Hash> b) {
        int i = 0;
        while (i < a.size() && i < b.size() && a.get(i).equals(b.get(i))) {
            i++;
        }
        return i;
    }

    /** Partial tiles of older checkpoints: each a beginning of what is accepted. */
    private void checkPartials(long index, int level, List<Hash> accepted) throws IOException {
        int width = TileName.width(level, index, head.size());
        for (TileName old : files.subSet(new TileName(level, index, 1), new TileName(level, index, width))) {
            if (old.width() > accepted.size()) {
                continue; // What it should be a beginning of is itself damaged, and reported.
            }
            List<Hash> right = accepted.subList(0, old.width());
            if (level == TileName.ENTRIES) {
                List<Hash> computed = bundleHashes(old);
                if (!computed.equals(right)) {
                    reportEntries(old, computed, right);
                }
            } else {
                tile(old).filter(stored -> !stored.equals(right)).ifPresent(stored -> reportHashes(old, right, stored));
            }
        }
    }
}
