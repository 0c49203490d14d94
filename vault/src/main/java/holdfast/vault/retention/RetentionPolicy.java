package holdfast.vault.retention;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What to keep; everything that any rule keeps is kept.
 *
 * @param counts how many of each bucket, {@link #UNLIMITED} for all
 * @param within everything so long before the newest snapshot
 * @param withinBuckets one of each bucket so long before the newest snapshot
 * @param tags what has all tags of one of these lists
 */
public record RetentionPolicy(
        Map<Bucket, Integer> counts, Optional<Span> within, Map<Bucket, Span> withinBuckets, List<List<String>> tags) {
    public static final int UNLIMITED = -1;
    public static final RetentionPolicy NOTHING = new RetentionPolicy(Map.of(), Optional.empty(), Map.of(), List.of());

    /** @throws IllegalArgumentException for a count below -1 */
    public RetentionPolicy {
        counts = Map.copyOf(counts);
        withinBuckets = Map.copyOf(withinBuckets);
        tags = tags.stream().map(List::copyOf).toList();
        if (counts.values().stream().anyMatch(count -> count < UNLIMITED)) {
            throw new IllegalArgumentException("keep a number of snapshots, or -1 (unlimited) for all");
        }
    }

    public RetentionPolicy keep(Bucket bucket, int count) {
        Map<Bucket, Integer> more = new EnumMap<>(Bucket.class);
        more.putAll(counts);
        more.put(bucket, count);
        return new RetentionPolicy(more, within, withinBuckets, tags);
    }

    public RetentionPolicy within(Span span) {
        return new RetentionPolicy(counts, Optional.of(span), withinBuckets, tags);
    }

    public RetentionPolicy within(Bucket bucket, Span span) {
        Map<Bucket, Span> more = new EnumMap<>(Bucket.class);
        more.putAll(withinBuckets);
        more.put(bucket, span);
        return new RetentionPolicy(counts, within, more, tags);
    }

    public RetentionPolicy tagged(List<List<String>> lists) {
        return new RetentionPolicy(counts, within, withinBuckets, lists);
    }

    /** Without any rule: then nothing is forgotten. */
    public boolean isEmpty() {
        return counts.values().stream().allMatch(count -> count == 0)
                && within.isEmpty()
                && withinBuckets.isEmpty()
                && tags.isEmpty();
    }
}
