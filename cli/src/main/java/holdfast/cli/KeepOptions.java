package holdfast.cli;

import holdfast.vault.retention.Bucket;
import holdfast.vault.retention.RetentionPolicy;
import holdfast.vault.retention.Span;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** {@code --keep-…}: which snapshots to keep. */
final class KeepOptions {
    private static final String N = "N";
    private static final String SPAN = "DURATION";

    @Option(
            names = {"-l", "--keep-last"},
            paramLabel = N,
            description = "Keep the last N snapshots ('unlimited' for all).")
    private @Nullable String last;

    @Option(
            names = {"-H", "--keep-hourly"},
            paramLabel = N,
            description = "Keep the newest of each of the last N hours that have one.")
    private @Nullable String hourly;

    @Option(
            names = {"-d", "--keep-daily"},
            paramLabel = N,
            description = "The same for days.")
    private @Nullable String daily;

    @Option(
            names = {"-w", "--keep-weekly"},
            paramLabel = N,
            description = "The same for weeks.")
    private @Nullable String weekly;

    @Option(
            names = {"-m", "--keep-monthly"},
            paramLabel = N,
            description = "The same for months.")
    private @Nullable String monthly;

    @Option(
            names = {"-y", "--keep-yearly"},
            paramLabel = N,
            description = "The same for years.")
    private @Nullable String yearly;

    @Option(
            names = "--keep-within",
            paramLabel = SPAN,
            description = "Keep everything so long before the newest snapshot, such as 1y5m7d2h.")
    private @Nullable String within;

    @Option(names = "--keep-within-hourly", paramLabel = SPAN, description = "One of each hour so long before it.")
    private @Nullable String withinHourly;

    @Option(names = "--keep-within-daily", paramLabel = SPAN, description = "One of each day.")
    private @Nullable String withinDaily;

    @Option(names = "--keep-within-weekly", paramLabel = SPAN, description = "One of each week.")
    private @Nullable String withinWeekly;

    @Option(names = "--keep-within-monthly", paramLabel = SPAN, description = "One of each month.")
    private @Nullable String withinMonthly;

    @Option(names = "--keep-within-yearly", paramLabel = SPAN, description = "One of each year.")
    private @Nullable String withinYearly;

    @Option(
            names = "--keep-tag",
            paramLabel = "TAG[,TAG]",
            description = "Keep what has all of these tags; may be given more than once.")
    private List<String> tags = new ArrayList<>();

    /** @throws IllegalArgumentException for what is no number or no length of time */
    RetentionPolicy policy() {
        RetentionPolicy policy = RetentionPolicy.NOTHING.tagged(
                tags.stream().map(list -> Arrays.asList(list.split(",", -1))).toList());
        policy = count(policy, Bucket.LAST, last);
        policy = count(policy, Bucket.HOURLY, hourly);
        policy = count(policy, Bucket.DAILY, daily);
        policy = count(policy, Bucket.WEEKLY, weekly);
        policy = count(policy, Bucket.MONTHLY, monthly);
        policy = count(policy, Bucket.YEARLY, yearly);
        policy = within == null ? policy : policy.within(Span.parse(within));
        policy = span(policy, Bucket.HOURLY, withinHourly);
        policy = span(policy, Bucket.DAILY, withinDaily);
        policy = span(policy, Bucket.WEEKLY, withinWeekly);
        policy = span(policy, Bucket.MONTHLY, withinMonthly);
        return span(policy, Bucket.YEARLY, withinYearly);
    }

    private static RetentionPolicy count(RetentionPolicy policy, Bucket bucket, @Nullable String text) {
        if (text == null) {
            return policy;
        }
        try {
            return policy.keep(
                    bucket,
                    text.toLowerCase(Locale.ROOT).equals("unlimited")
                            ? RetentionPolicy.UNLIMITED
                            : Integer.parseInt(text));
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException("--keep-" + bucket.word() + " takes a number, not '" + text + "'", e);
        }
    }

    private static RetentionPolicy span(RetentionPolicy policy, Bucket bucket, @Nullable String text) {
        return text == null ? policy : policy.within(bucket, Span.parse(text));
    }
}
