package holdfast.server.incident;

import holdfast.server.exposure.ClockForecast;
import holdfast.server.exposure.ExposureReport;
import java.time.Duration;
import java.time.Period;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Says, before a departure, which clocks a loss would start: the department's rules that need nobody's judgement. */
@Component
class RuleForecast implements ClockForecast {
    private final Rules rules = Rules.builtIn();

    @Override
    public List<String> ifLost(ExposureReport exposure) {
        boolean personal = exposure.persons() + exposure.unknownAtMost() > 0;
        return rules.of(Set.of(Rules.HK_DEPARTMENT)).stream()
                .filter(rule -> starts(rule, personal))
                .map(RuleForecast::sentence)
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

    private static String sentence(Rule rule) {
        String from = rule.startsAt().name().toLowerCase(Locale.ROOT);
        String when = switch (rule.counting()) {
            case HOURS -> "within " + hours(Duration.parse(rule.duration())) + " of " + from;
            case CALENDAR_DAYS -> "within " + Period.parse(rule.duration()).get(ChronoUnit.DAYS) + " days of " + from;
            case SOON -> "as soon as possible after " + from;
            case UNREAD -> "period to be asked";
        };
        return rule.to() + ": " + rule.what() + ", " + when;
    }

    private static String hours(Duration span) {
        return span.toHours() > 1 ? span.toHours() + " hours" : span.toMinutes() + " minutes";
    }
}
