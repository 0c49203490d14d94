package holdfast.server.incident;

import holdfast.server.exposure.ClockForecast;
import holdfast.server.exposure.ExposureReport;
import holdfast.server.platform.Phrase;
import java.time.Duration;
import java.time.Period;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Says, before a departure, which clocks a loss would start: the department's rules that need nobody's judgement. */
@Component
class RuleForecast implements ClockForecast {
    private final Rules rules = Rules.builtIn();

    @Override
    public List<Phrase> ifLost(ExposureReport exposure) {
        boolean personal = exposure.persons() + exposure.unknownAtMost() > 0;
        return rules.of(Set.of(Rules.HK_DEPARTMENT)).stream()
                .filter(rule -> starts(rule, personal))
                .map(RuleForecast::said)
                .toList();
    }

    private static boolean starts(Rule rule, boolean personal) {
        boolean atOnce =
                rule.startsAt() == Mark.ONSET || rule.startsAt() == Mark.SUSPICION || rule.startsAt() == Mark.AWARENESS;
        boolean applies = switch (rule.appliesIf()) {
            case ALWAYS -> true;
            case PERSONAL_DATA, CLASSIFIED -> personal;
            default -> false;
        };
        return atOnce && applies && !rule.id().startsWith("hk-internal");
    }

    private static Phrase said(Rule rule) {
        Phrase to = rule.toSaid();
        Phrase what = rule.whatSaid();
        Phrase from = ClockWords.word(rule.startsAt());
        return switch (rule.counting()) {
            case HOURS -> {
                Duration span = Duration.parse(rule.duration());
                yield span.toHours() > 1
                        ? Phrase.of("starts.hours", to, what, span.toHours(), from)
                        : Phrase.of("starts.minutes", to, what, span.toMinutes(), from);
            }
            case CALENDAR_DAYS -> {
                long days = Period.parse(rule.duration()).get(ChronoUnit.DAYS);
                yield Phrase.of("starts.days", to, what, days, from);
            }
            case SOON -> Phrase.of("starts.soon", to, what, from);
            case UNREAD -> Phrase.of("starts.unread", to, what);
        };
    }
}
