package holdfast.server.drill.recount;

import java.util.List;
import java.util.Map;

/**
 * What the brute-force count found.
 *
 * @param persons of whom a byte of a record lies on the media
 * @param byCategory the same by category of those records
 * @param brokenRows rows with a byte on the media that name nobody, as {@code file, line n}
 * @param objects read from the media, those on several counted each time
 * @param packs of contents opened
 * @param chunks opened, each verified against its id
 * @param bytes in them
 * @param marked bytes of files, each once, that lie on the media
 * @param differences between opened bytes and the files; empty if all are equal
 */
public record RecountResult(
        long persons,
        Map<String, Long> byCategory,
        List<String> brokenRows,
        long objects,
        long packs,
        long chunks,
        long bytes,
        long marked,
        List<String> differences) {}
