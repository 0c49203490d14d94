package holdfast.server.exposure;

import java.util.List;
import java.util.Map;

/**
 * The persons on some media. A person is on a medium if any byte of a record about them lies in a chunk on it.
 *
 * @param persons how many, each counted once; exact for what Holdfast wrote
 * @param byCategory what they are by the records that lie there; somebody who is both creditor and staff counts
 *     in both
 * @param byKind persons for each kind of data (codes of {@link holdfast.subjects.Kinds}) in those records
 * @param byLanguage persons by the language they are written to in: {@code en}, {@code zh-Hant},
 *     {@code zh-Hans}, {@code unstated}
 * @param unreadRows rows on the media that name nobody who could be recognised
 * @param unknownAtMost further persons at most: behind unread rows, and on cartridges that Holdfast did not write
 */
public record ExposureReport(
        long persons,
        Map<String, Long> byCategory,
        Map<String, Long> byKind,
        Map<String, Long> byLanguage,
        List<UnreadRow> unreadRows,
        long unknownAtMost) {}
