package holdfast.server.media;

import static org.assertj.core.api.Assertions.assertThat;

import holdfast.server.place.SiteId;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class GfsCalendarTest {
    @Test
    void aWeeklyScheduleGoesOnceAWeekAndItsFirstOfAMonthIsAGrandfather() {
        GfsCalendar calendar = new GfsCalendar(plan("Asia/Hong_Kong", 0, 4, 12));
        assertThat(next(calendar, "2024-12-20T00:00:00Z", 4))
                .containsExactly(
                        "FATHER 2024-12-23T01:00:00Z",
                        "FATHER 2024-12-30T01:00:00Z",
                        "GRANDFATHER 2025-01-06T01:00:00Z",
                        "FATHER 2025-01-13T01:00:00Z");
    }

    @Test
    void sonsGoOnTheOtherWorkingDays() {
        GfsCalendar calendar = new GfsCalendar(plan("Asia/Hong_Kong", 5, 4, 0));
        assertThat(next(calendar, "2024-12-26T12:00:00Z", 3))
                .containsExactly("SON 2024-12-27T01:00:00Z", "FATHER 2024-12-30T01:00:00Z", "SON 2024-12-31T01:00:00Z");
    }

    @Test
    void aSetIsKeptAsLongAsItsGeneration() {
        GfsCalendar calendar = new GfsCalendar(plan("Asia/Hong_Kong", 5, 4, 12));
        assertThat(calendar.after(Instant.parse("2025-01-05T00:00:00Z")).keepUntil())
                .isEqualTo(Instant.parse("2026-01-06T01:00:00Z"));
        assertThat(calendar.after(Instant.parse("2025-01-12T00:00:00Z")).keepUntil())
                .isEqualTo(Instant.parse("2025-02-10T01:00:00Z"));
    }

    @Test
    void theTimeOfDayStaysWhenTheClocksChange() {
        GfsCalendar calendar = new GfsCalendar(plan("Europe/London", 0, 4, 0));
        assertThat(next(calendar, "2025-03-20T00:00:00Z", 2))
                .containsExactly("FATHER 2025-03-24T09:00:00Z", "FATHER 2025-03-31T08:00:00Z");
    }

    private static List<String> next(GfsCalendar calendar, String from, int count) {
        List<String> all = new ArrayList<>();
        Instant at = Instant.parse(from);
        for (int i = 0; i < count; i++) {
            GfsCalendar.Occurrence next = calendar.after(at);
            all.add(next.generation() + " " + next.due());
            at = next.due();
        }
        return all;
    }

    static NewSchedule plan(String zone, int sons, int fathers, int grandfathers) {
        return new NewSchedule(
                "weekly",
                new SiteId("a"),
                new SiteId("b"),
                ZoneId.of(zone),
                LocalTime.of(9, 0),
                DayOfWeek.MONDAY,
                sons,
                fathers,
                grandfathers,
                Duration.ofHours(8));
    }
}
