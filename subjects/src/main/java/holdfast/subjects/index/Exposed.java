package holdfast.subjects.index;

import java.util.List;
import java.util.Map;
import org.roaringbitmap.RoaringBitmap;

/**
 * The persons in some chunks, as ordinals of one {@link Dictionary}. The bitmaps are the holder's own.
 *
 * @param persons all of them
 * @param byCategory by what they are in the records that lie there
 * @param byKind by the kinds of data in the records that lie there
 * @param byLanguage by language; {@code unstated} for those whose records state none
 * @param unread rows there that name nobody
 */
public record Exposed(
        RoaringBitmap persons,
        Map<String, RoaringBitmap> byCategory,
        Map<String, RoaringBitmap> byKind,
        Map<String, RoaringBitmap> byLanguage,
        List<UnreadRow> unread) {}
