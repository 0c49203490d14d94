package holdfast.ledger;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The place of a tile: hashes {@code tile/L/N[.p/W]} or entries {@code tile/entries/N[.p/W]} (C2SP tlog-tiles).
 *
 * @param level 0 to 63, or {@link #ENTRIES}
 * @param index which tile of its level, from 0
 * @param width 1 to 256 hashes or entries; below 256 the tile is partial
 */
record TileName(int level, long index, int width) implements Comparable<TileName> {
    /** The level that stands for entry bundles: one below the leaf hashes. */
    static final int ENTRIES = -1;

    static final int WIDTH = 256;

    private static final Pattern PATH =
            Pattern.compile("tile/(entries|0|[1-9][0-9]?)/((?:x[0-9]{3}/){0,6}[0-9]{3})(?:\\.p/([1-9][0-9]{0,2}))?");

    TileName {
        if (level < ENTRIES || level > 63 || index < 0 || width < 1 || width > WIDTH) {
            throw new IllegalArgumentException("no such tile: level " + level + ", " + index + ", width " + width);
        }
    }

    static TileName full(int level, long index) {
        return new TileName(level, index, WIDTH);
    }

    boolean isFull() {
        return width == WIDTH;
    }

    /** The tile of another level with the same index and width. */
    TileName onLevel(int other) {
        return new TileName(other, index, width);
    }

    /** The index of the first entry under this tile. */
    long firstEntry() {
        return level <= 0 ? index << 8 : index << (8 * (level + 1));
    }

    /** The path inside the ledger's folder, with {@code /} on every system. */
    String path() {
        StringBuilder path = new StringBuilder("%03d".formatted(index % 1000));
        for (long rest = index / 1000; rest > 0; rest /= 1000) {
            path.insert(0, "x%03d/".formatted(rest % 1000));
        }
        String prefix = level == ENTRIES ? "tile/entries/" : "tile/" + level + "/";
        return prefix + path + (isFull() ? "" : ".p/" + width);
    }

    /** Reads what {@link #path} wrote; empty for any other path, also for other spellings of a tile's. */
    static Optional<TileName> parse(String path) {
        Matcher m = PATH.matcher(path);
        if (!m.matches()) {
            return Optional.empty();
        }
        int level = m.group(1).equals("entries") ? ENTRIES : Integer.parseInt(m.group(1));
        long index = Long.parseLong(m.group(2).replaceAll("[x/]", ""));
        int width = m.group(3) == null ? WIDTH : Integer.parseInt(m.group(3));
        if (level > 63 || width > WIDTH) {
            return Optional.empty();
        }
        TileName name = new TileName(level, index, width);
        return name.path().equals(path) ? Optional.of(name) : Optional.empty();
    }

    /** How many hashes of {@code level} a tree of {@code size} has: complete subtrees of 256^level leaves. */
    static long count(int level, long size) {
        return level <= 0 ? size : 8 * level > 62 ? 0 : size >> (8 * level);
    }

    /** The width of tile {@code index} of {@code level} in a tree of {@code size}: 0 if it does not exist. */
    static int width(int level, long index, long size) {
        return (int) Math.clamp(count(level, size) - index * WIDTH, 0L, (long) WIDTH);
    }

    @Override
    public int compareTo(TileName o) {
        int byLevel = Integer.compare(level, o.level);
        int byIndex = byLevel != 0 ? byLevel : Long.compare(index, o.index);
        return byIndex != 0 ? byIndex : Integer.compare(width, o.width);
    }

    @Override
    public String toString() {
        return path();
    }
}
