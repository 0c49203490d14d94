package holdfast.vault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import holdfast.vault.model.FilePath;
import holdfast.vault.model.SnapshotId;
import holdfast.vault.retention.Bucket;
import holdfast.vault.retention.Grouping;
import holdfast.vault.retention.Retention;
import holdfast.vault.retention.RetentionPlan;
import holdfast.vault.retention.RetentionPolicy;
import holdfast.vault.retention.Span;
import holdfast.vault.tree.Snapshot;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a policy keeps of one list of snapshots, in restic's words and meaning. */
class RetentionTest {
    private static final ZoneId ZONE = ZoneId.of("Europe/Berlin");
    private static final Instant NOW = Instant.parse("2026-06-01T00:00:00Z");

    /** Local times in Berlin; newest first. */
    private static final List<String> TIMES = List.of(
            "2026-03-10T18:30:00+01:00",
            "2026-03-10T18:00:00+01:00",
            "2026-03-10T08:00:00+01:00",
            "2026-03-09T23:59:00+01:00",
            "2026-03-08T12:00:00+01:00",
            "2026-03-01T00:10:00+01:00",
            "2026-02-28T23:50:00+01:00",
            "2026-01-01T00:30:00+01:00",
            "2025-12-31T23:30:00+01:00",
            "2024-12-30T10:00:00+01:00");

    @ParameterizedTest
    @CsvSource({
        "last,3,0 1 2",
        "last,-1,0 1 2 3 4 5 6 7 8 9",
        "hourly,2,0 2",
        "daily,3,0 3 4",
        "daily,20,0 3 4 5 6 7 8 9",
        "weekly,2,0 4",
        "monthly,3,0 6 7",
        "yearly,2,0 8",
        "yearly,9,0 8 9",
    })
    void theNewestOfEachIsKept(String bucket, int count, String kept) {
        RetentionPolicy policy =
                RetentionPolicy.NOTHING.keep(Bucket.valueOf(bucket.toUpperCase(java.util.Locale.ROOT)), count);
        assertThat(kept(policy)).isEqualTo(kept);
    }

    @ParameterizedTest
    @CsvSource({"1d,0 1 2 3", "11h,0 1 2", "2m,0 1 2 3 4 5 6", "1y,0 1 2 3 4 5 6 7 8", "5y,0 1 2 3 4 5 6 7 8 9"})
    void everythingWithinASpanBeforeTheNewestIsKept(String span, String kept) {
        assertThat(kept(RetentionPolicy.NOTHING.within(Span.parse(span)))).isEqualTo(kept);
    }

    @Test
    void oneOfADayWithinASpan() {
        assertThat(kept(RetentionPolicy.NOTHING.within(Bucket.DAILY, Span.parse("3d"))))
                .isEqualTo("0 3 4");
    }

    @Test
    void rulesAddUp() {
        RetentionPolicy policy = RetentionPolicy.NOTHING
                .keep(Bucket.LAST, 1)
                .keep(Bucket.YEARLY, 3)
                .tagged(List.of(List.of("t5")));
        assertThat(kept(policy)).isEqualTo("0 5 8 9");
    }

    @Test
    void theReasonsAreSaid() {
        RetentionPolicy policy = RetentionPolicy.NOTHING.keep(Bucket.LAST, 1).within(Span.parse("1d2h"));
        RetentionPlan plan = new Retention(policy, ZONE, NOW).plan(snapshots(), Grouping.DEFAULT);
        assertThat(plan.groups().getFirst().kept().getFirst().reasons())
                .containsExactly("within 1d2h", "last snapshot");
    }

    @Test
    void anEmptyPolicyForgetsNothing() {
        assertThat(kept(RetentionPolicy.NOTHING)).isEqualTo("0 1 2 3 4 5 6 7 8 9");
        assertThat(kept(RetentionPolicy.NOTHING.keep(Bucket.DAILY, 0))).isEqualTo("0 1 2 3 4 5 6 7 8 9");
    }

    @Test
    void aSnapshotOfAHostWhoseClockRanAheadDoesNotMoveTheSpan() {
        List<Snapshot> all = new ArrayList<>(snapshots());
        all.add(snapshot(77, Instant.parse("2031-01-01T00:00:00Z"), "h", List.of(), "/a"));
        RetentionPlan plan =
                new Retention(RetentionPolicy.NOTHING.within(Span.parse("1d")), ZONE, NOW).plan(all, Grouping.DEFAULT);
        assertThat(plan.groups().getFirst().kept()).hasSize(5);
    }

    @Test
    void eachHostAndPathIsLookedAtAlone() {
        List<Snapshot> all = List.of(
                snapshot(1, NOW.minusSeconds(3), "h", List.of(), "/a"),
                snapshot(2, NOW.minusSeconds(2), "h", List.of(), "/b"),
                snapshot(3, NOW.minusSeconds(1), "i", List.of("x"), "/a"));
        RetentionPolicy last = RetentionPolicy.NOTHING.keep(Bucket.LAST, 1);
        assertThat(forgotten(last, all, "host,paths")).isEmpty();
        assertThat(forgotten(last, all, "host")).containsExactly(1L);
        assertThat(forgotten(last, all, "paths")).containsExactly(1L);
        assertThat(forgotten(last, all, "tags")).containsExactly(1L);
        assertThat(forgotten(last, all, "")).containsExactlyInAnyOrder(1L, 2L);
        assertThatThrownBy(() -> Grouping.parse("colour")).hasMessageContaining("colour");
    }

    @Test
    void aWriterThatClaimsAnothersHostMakesNothingOfItsBeForgotten() {
        List<Snapshot> all = List.of(
                snapshot(1, NOW.minusSeconds(9), "h", List.of(), "/a"),
                snapshot(2, NOW.minusSeconds(8), "h", List.of(), "/a", "captured"),
                snapshot(3, NOW.minusSeconds(7), "h", List.of(), "/a", "captured"));
        RetentionPolicy last = RetentionPolicy.NOTHING.keep(Bucket.LAST, 1);
        assertThat(forgotten(last, all, "host,paths")).containsExactly(2L);
        assertThat(forgotten(last, all, "")).containsExactly(2L);
    }

    @Test
    void spansAreReadAsResticWritesThem() {
        assertThat(Span.parse("2y5m7d3h")).hasToString("2y5m7d3h");
        assertThatThrownBy(() -> Span.parse("7")).hasMessageContaining("2y5m7d3h");
        assertThatThrownBy(() -> Span.parse("")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Span.parse("3d2y")).isInstanceOf(IllegalArgumentException.class);
    }

    private static List<Long> forgotten(RetentionPolicy policy, List<Snapshot> all, String by) {
        return new Retention(policy, ZONE, NOW)
                .plan(all, Grouping.parse(by)).forgotten().stream()
                        .map(SnapshotId::a)
                        .toList();
    }

    private static String kept(RetentionPolicy policy) {
        RetentionPlan plan = new Retention(policy, ZONE, NOW).plan(snapshots(), Grouping.DEFAULT);
        assertThat(plan.groups()).hasSize(1);
        List<String> kept = plan.groups().getFirst().kept().stream()
                .map(one -> Long.toString(one.snapshot().id().a()))
                .toList();
        return String.join(" ", kept);
    }

    private static List<Snapshot> snapshots() {
        List<Snapshot> all = new ArrayList<>();
        for (int i = 0; i < TIMES.size(); i++) {
            all.add(snapshot(i, java.time.OffsetDateTime.parse(TIMES.get(i)).toInstant(), "h", List.of("t" + i), "/a"));
        }
        return all;
    }

    private static Snapshot snapshot(long id, Instant time, String host, List<String> tags, String path) {
        return snapshot(id, time, host, tags, path, "w");
    }

    private static Snapshot snapshot(
            long id, Instant time, String host, List<String> tags, String path, String writer) {
        return new Snapshot(
                new SnapshotId(id, 0, 0, 0), time, host, List.of(FilePath.of(path)), tags, 0, 0, writer, List.of());
    }
}
