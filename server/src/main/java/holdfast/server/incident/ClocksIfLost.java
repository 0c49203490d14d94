package holdfast.server.incident;

import holdfast.server.exposure.ClockForecast;
import holdfast.server.exposure.ExposureReport;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.springframework.stereotype.Component;

/**
 * The reports that a loss would make due, by the table of authorities: shown before every departure. Those that
 * depend on somebody's judgement are named as such; those that follow a first report or a resolution are left out.
 */
@Component
class ClocksIfLost implements ClockForecast {
    private static final Set<Mark> AT_ONCE = Set.of(Mark.ONSET, Mark.SUSPICION, Mark.AWARENESS);

    private final Rules rules = Rules.builtIn();

    @Override
    public List<String> ifLost(ExposureReport exposure) {
        boolean personal = exposure.persons() > 0 || exposure.unknownAtMost() > 0;
        return rules.of(Set.of(Rules.HK_DEPARTMENT)).stream()
                .filter(rule -> AT_ONCE.contains(rule.startsAt()))
                .filter(rule -> personal || rule.appliesIf() != Condition.PERSONAL_DATA)
                .map(ClocksIfLost::sentence)
                .toList();
    }

    private static String sentence(Rule rule) {
        String mark = rule.startsAt().name().toLowerCase(Locale.ROOT);
        String when = switch (rule.counting()) {
            case HOURS -> "within " + hours(Duration.parse(rule.duration())) + " of " + mark;
            case CALENDAR_DAYS -> "within " + Duration.parse(rule.duration()).toDays() + " days of " + mark;
            case SOON -> "as soon as possible after " + mark;
            case UNREAD -> "in a period that must be asked for, from " + mark;
        };
        return rule.what() + " to " + rule.to() + ": " + when + condition(rule.appliesIf())
                + (rule.unverified() ? " (unverified)" : "");
    }

    private static String hours(Duration time) {
        return time.toMinutes() <= 90 ? time.toMinutes() + " minutes" : time.toHours() + " hours";
    }

    private static String condition(Condition condition) {
        return switch (condition) {
            case ALWAYS, PERSONAL_DATA -> "";
            case CLASSIFIED -> ", if classified";
            case CRIME_SUSPECTED -> ", if a crime is suspected";
            case GOVERNMENT_EMBARRASSED -> ", if it could embarrass the Government";
            case CRITICAL_SERVICE -> ", if a critical service suffers";
            case MEDIA_INTEREST -> ", if the media take an interest";
            case CRITICAL_INFRASTRUCTURE -> ", if it is critical infrastructure";
            case RISK_TO_PERSONS -> ", if persons are at risk";
            case UNSECURED_PHI -> ", if health information was unsecured";
        };
    }
}
