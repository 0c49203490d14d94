package holdfast.server.console.incident;

import holdfast.server.console.say.Say;
import holdfast.server.notice.Progress;
import java.time.Duration;

/**
 * How far the notices have come: a number, a bar, a rate and the time left.
 *
 * @param running whether a sender is alive: the page then asks again every two seconds
 */
record ProgressView(
        String incident,
        long total,
        long settled,
        long accepted,
        long printed,
        long refused,
        long inDoubt,
        long waiting,
        boolean running,
        String rate) {
    static ProgressView of(String incident, Progress progress, Say say) {
        boolean running = progress.senderPid().isPresent();
        long left = progress.total() - progress.settled();
        String rate = running && progress.perSecond() > 0
                ? say.text(
                        "notice.rate",
                        say.number(Math.round(progress.perSecond())),
                        say.span(Duration.ofSeconds(Math.round(left / progress.perSecond()))))
                : "";
        return new ProgressView(
                incident,
                progress.total(),
                progress.settled(),
                progress.accepted(),
                progress.printed(),
                progress.refused(),
                progress.inDoubt(),
                progress.waiting() + progress.sending(),
                running,
                rate);
    }

    /** In whole percent, rounded down: 100 only when every notice has an end. */
    public long percent() {
        return total == 0 ? 0 : settled * 100 / total;
    }
}
