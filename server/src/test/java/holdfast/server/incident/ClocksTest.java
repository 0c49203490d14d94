package holdfast.server.incident;

import static org.assertj.core.api.Assertions.assertThat;

import holdfast.server.platform.Phrase;
import holdfast.server.platform.Phrases;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The clocks against the table of authorities that the rules were taken from. */
class ClocksTest {
    private static String said(List<Phrase> words) {
        return Phrases.english(HONG_KONG).say(words);
    }

    private static final ZoneId HONG_KONG = ZoneId.of("Asia/Hong_Kong");
    /** 23 December 2024, 09:15 in Hong Kong: the release of the case. */
    private static final Instant ONSET = Instant.parse("2024-12-23T01:15:00Z");

    private static final Instant SUSPICION = ONSET.plus(Duration.ofMinutes(45));
    private static final Instant AWARENESS = ONSET.plus(Duration.ofMinutes(145));

    private final Rules rules = Rules.builtIn();
    private final Map<Mark, Instant> marks =
            new HashMap<>(Map.of(Mark.ONSET, ONSET, Mark.SUSPICION, SUSPICION, Mark.AWARENESS, AWARENESS));
    private final Map<Condition, Boolean> answers =
            new HashMap<>(Map.of(Condition.PERSONAL_DATA, true, Condition.CLASSIFIED, true));
    private final Map<String, Instant> met = new HashMap<>();
    private Instant opened = SUSPICION;
    private Instant now = AWARENESS;

    @ParameterizedTest
    @CsvSource({
        "hk-internal-15, ONSET, PT15M",
        "hk-internal-30, ONSET, PT30M",
        "hk-internal-60, ONSET, PT60M",
        "hk-giro-phone, AWARENESS, PT60M",
        "hk-c2, AWARENESS, PT48H",
        "eu-authority, AWARENESS, PT72H",
    })
    void hoursRunToTheMinuteFromTheirOwnMark(String rule, Mark mark, Duration duration) {
        answers.put(Condition.RISK_TO_PERSONS, true);
        assertThat(read(rule).due())
                .contains(marks.getOrDefault(mark, Instant.MAX).plus(duration));
    }

    @Test
    void calendarDaysFromOnsetAimAtTheStrictestReadingAndSayTheLatest() {
        answers.put(Condition.GOVERNMENT_EMBARRASSED, true);
        Clock initial = read("hk-c41");
        assertThat(initial.due())
                .as("end of day 2, the onset's day being day 1")
                .contains(midnight("2024-12-25"));
        assertThat(initial.latest()).contains(midnight("2024-12-26"));
        assertThat(read("hk-c42").due()).contains(midnight("2024-12-30"));
    }

    @Test
    void theInterimReportRunsFromTheFirstReportAndThenEveryThreeMonths() {
        assertThat(read("hk-c31").state()).isEqualTo(Clock.State.WAITING);
        marks.put(Mark.FIRST_REPORT, AWARENESS);
        assertThat(read("hk-c31").due()).contains(midnight("2025-01-06"));
        met.put("hk-c31", Instant.parse("2025-01-03T02:00:00Z"));
        assertThat(read("hk-c31").due()).contains(midnight("2025-04-03"));
    }

    @Test
    void thePostInterimReportRunsFromTheResolution() {
        assertThat(read("hk-c32").state()).isEqualTo(Clock.State.WAITING);
        marks.put(Mark.RESOLVED, Instant.parse("2025-02-01T02:00:00Z"));
        assertThat(read("hk-c32").due()).contains(midnight("2025-02-08"));
    }

    @Test
    void theTelephoneCallNamesTheStricterReadings() {
        Clock call = read("hk-giro-phone");
        assertThat(call.strictest()).contains(ONSET.plus(Duration.ofMinutes(60)));
        assertThat(said(call.words())).contains("By the stricter reading it was due 23 Dec 2024 10:15");
    }

    @Test
    void anIncidentOpenedAfterThirtyDaysSaysThatItsClocksAreOverdue() {
        answers.put(Condition.GOVERNMENT_EMBARRASSED, true);
        opened = ONSET.plus(Duration.ofDays(30));
        now = opened;
        marks.put(Mark.SUSPICION, opened);
        marks.put(Mark.AWARENESS, opened);
        assertThat(read("hk-c41")).satisfies(clock -> {
            assertThat(clock.state()).isEqualTo(Clock.State.OVERDUE);
            assertThat(clock.overdueAtOpening()).isTrue();
            assertThat(said(clock.words())).contains("overdue when the incident was opened");
        });
        assertThat(read("hk-c2").state()).isEqualTo(Clock.State.RUNNING);
        assertThat(read("hk-c2").overdueAtOpening())
                .as("by the stricter reading")
                .isTrue();
    }

    @Test
    void whatOnlyAPersonCanJudgeIsAskedAndNotAssumed() {
        assertThat(read("hk-c41").state()).isEqualTo(Clock.State.QUESTION);
        assertThat(read("hk-police").state()).isEqualTo(Clock.State.QUESTION);
        answers.put(Condition.CRIME_SUSPECTED, false);
        assertThat(read("hk-police").state()).isEqualTo(Clock.State.NOT_APPLICABLE);
    }

    @Test
    void aPeriodThatNobodyReadIsNotInvented() {
        Clock bureau = read("hk-security-bureau");
        assertThat(bureau.state()).isEqualTo(Clock.State.PERIOD_UNREAD);
        assertThat(bureau.due()).isEmpty();
        assertThat(said(bureau.words())).contains("Unverified");
    }

    @Test
    void aReportInTimeIsMetAndOneAfterItsTimeIsMetLate() {
        met.put("hk-c2", AWARENESS.plus(Duration.ofDays(2)));
        assertThat(read("hk-c2").state()).isEqualTo(Clock.State.MET);
        met.put("hk-c2", AWARENESS.plus(Duration.ofDays(2)).plusSeconds(1));
        assertThat(read("hk-c2").state()).isEqualTo(Clock.State.MET_LATE);
    }

    @Test
    void everyRuleOfADepartmentHasItsEditionAndItsSource() {
        assertThat(rules.of(Set.of(Rules.HK_DEPARTMENT))).hasSizeGreaterThan(12).allSatisfy(rule -> {
            assertThat(rule.edition()).isNotBlank();
            assertThat(rule.source()).isNotBlank();
            assertThat(rule.to()).isNotBlank();
        });
    }

    private Clock read(String rule) {
        return new ClockReader(new ClockReader.Known(opened, now, HONG_KONG, marks, answers, met, Map.of()))
                .read(rules.rule(rule));
    }

    private static Instant midnight(String date) {
        return java.time.LocalDate.parse(date).atStartOfDay(HONG_KONG).toInstant();
    }
}
