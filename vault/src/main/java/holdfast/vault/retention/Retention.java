package holdfast.vault.retention;

import holdfast.vault.tree.Snapshot;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Applies a policy, as restic does: from the newest to the oldest, each bucket keeps the first snapshot of each hour,
 * day … until its count is used up, and the oldest of all if some count is left. Lengths of time are counted back from
 * the newest snapshot that is not in the future, not from now: a host that is switched off keeps what it has.
 */
public final class Retention {
    private final RetentionPolicy policy;
    private final ZoneId zone;
    private final Instant now;

    /** @param zone in which a day begins and ends */
    public Retention(RetentionPolicy policy, ZoneId zone, Instant now) {
        this.policy = policy;
        this.zone = zone;
        this.now = now;
    }

    /** An empty policy keeps everything. */
    public RetentionPlan plan(List<Snapshot> snapshots, Grouping grouping) {
        Map<Grouping.Key, List<Snapshot>> groups = new LinkedHashMap<>();
        snapshots.stream()
                .sorted(Comparator.comparing(Snapshot::time)
                        .thenComparing(Snapshot::id)
                        .reversed())
                .forEach(snapshot -> groups.computeIfAbsent(grouping.of(snapshot), key -> new ArrayList<>())
                        .add(snapshot));
        return new RetentionPlan(groups.entrySet().stream()
                .map(group -> new Selection(group.getValue()).apply(group.getKey()))
                .toList());
    }

    /** A plan that keeps nothing at all. */
    public RetentionPlan nothing(List<Snapshot> snapshots, Grouping grouping) {
        return new RetentionPlan(plan(snapshots, grouping).groups().stream()
                .map(group -> new RetentionPlan.Group(
                        group.key(),
                        List.of(),
                        group.kept().stream().map(RetentionPlan.Kept::snapshot).toList()))
                .toList());
    }

    /** One group, newest first. */
    private final class Selection {
        private final List<Snapshot> newestFirst;
        private final Instant latest;
        private final Map<Bucket, Integer> left = new EnumMap<>(Bucket.class);
        private final Map<Bucket, Long> last = new EnumMap<>(Bucket.class);
        private final Map<Bucket, Long> lastWithin = new EnumMap<>(Bucket.class);

        Selection(List<Snapshot> newestFirst) {
            this.newestFirst = newestFirst;
            this.latest = newestFirst.stream()
                    .map(Snapshot::time)
                    .filter(time -> time.isBefore(now))
                    .max(Comparator.naturalOrder())
                    .orElse(now);
            this.left.putAll(policy.counts());
        }

        RetentionPlan.Group apply(Grouping.Key key) {
            List<RetentionPlan.Kept> kept = new ArrayList<>();
            List<Snapshot> forgotten = new ArrayList<>();
            for (int i = 0; i < newestFirst.size(); i++) {
                Snapshot snapshot = newestFirst.get(i);
                List<String> reasons = policy.isEmpty() ? List.of("no policy") : reasons(snapshot, i);
                if (reasons.isEmpty()) {
                    forgotten.add(snapshot);
                } else {
                    kept.add(new RetentionPlan.Kept(snapshot, reasons));
                }
            }
            return new RetentionPlan.Group(key, kept, forgotten);
        }

        private List<String> reasons(Snapshot snapshot, int number) {
            List<String> reasons = new ArrayList<>();
            for (List<String> tags : policy.tags()) {
                if (snapshot.tags().containsAll(tags)) {
                    reasons.add("has tags " + String.join(",", tags));
                }
            }
            policy.within()
                    .filter(span -> snapshot.time().isAfter(span.before(latest, zone)))
                    .ifPresent(span -> reasons.add("within " + span));
            for (Bucket bucket : Bucket.values()) {
                byCount(bucket, snapshot, number, reasons);
                bySpan(bucket, snapshot, number, reasons);
            }
            return reasons;
        }

        private void byCount(Bucket bucket, Snapshot snapshot, int number, List<String> reasons) {
            int count = left.getOrDefault(bucket, 0);
            if (count != 0 && isNext(bucket, snapshot, number, last)) {
                left.put(bucket, count == RetentionPolicy.UNLIMITED ? count : count - 1);
                reasons.add(bucket.word() + " snapshot");
            }
        }

        private void bySpan(Bucket bucket, Snapshot snapshot, int number, List<String> reasons) {
            Span span = policy.withinBuckets().get(bucket);
            if (span != null
                    && snapshot.time().isAfter(span.before(latest, zone))
                    && isNext(bucket, snapshot, number, lastWithin)) {
                reasons.add(bucket.word() + " within " + span);
            }
        }

        private boolean isNext(Bucket bucket, Snapshot snapshot, int number, Map<Bucket, Long> before) {
            long value = bucket.of(snapshot.time().atZone(zone), number);
            Long previous = before.put(bucket, value);
            return previous == null || previous != value || number == newestFirst.size() - 1;
        }
    }
}
