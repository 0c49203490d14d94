package holdfast.subjects.index;

import java.util.Map;
import java.util.TreeMap;
import org.roaringbitmap.RoaringBitmap;

/**
 * The persons in one chunk.
 *
 * @param byFacet ordinals by number of the facet
 * @param unread numbers of the unread rows with a byte in it
 */
record ChunkPersons(Map<Integer, RoaringBitmap> byFacet, RoaringBitmap unread) {
    ChunkPersons() {
        this(new TreeMap<>(), new RoaringBitmap());
    }

    void add(int facet, int ordinal) {
        byFacet.computeIfAbsent(facet, f -> new RoaringBitmap()).add(ordinal);
    }
}
