package holdfast.server.console.count;

import holdfast.server.access.Person;
import holdfast.server.access.Role;
import holdfast.server.console.page.Names;
import holdfast.server.console.say.Say;
import holdfast.server.media.Finding;
import holdfast.server.media.Stocktake;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A difference between a count and the register, as a page tells it.
 *
 * @param css {@code lost} for what is gone, {@code due} for what is here and should not be
 * @param href the page of the thing; null if no register knows it
 * @param settlement how it was explained; empty while nobody has
 * @param settle whether the reader may explain it
 */
record Difference(
        String id,
        String css,
        String subject,
        @Nullable String href,
        String what,
        String site,
        @Nullable Instant at,
        String counter,
        String settlement,
        boolean settle) {
    static Difference of(Finding finding, Stocktake count, Person me, Names names, Say say) {
        String css = switch (finding.kind()) {
            case MISSING, CASE_MISSING -> "lost";
            case ELSEWHERE, UNKNOWN, CASE_ELSEWHERE, SEAL_DIFFERS -> "due";
        };
        @Nullable
        String href = switch (finding.kind()) {
            case MISSING, ELSEWHERE -> "/media/" + finding.subject();
            case CASE_MISSING, SEAL_DIFFERS -> "/cases/" + finding.subject();
            case UNKNOWN, CASE_ELSEWHERE -> null;
        };
        return new Difference(
                finding.id().toString(),
                css,
                finding.subject(),
                href,
                say.text("count.finding." + finding.kind().name()),
                names.of(count.site()),
                count.countedAt().orElse(null),
                names.of(count.counter()),
                finding.settlement().orElse(""),
                finding.settlement().isEmpty()
                        && me.holdsAny(Role.MANAGER, Role.HEAD, Role.DPO)
                        && !count.counter().equals(me.id()));
    }
}
