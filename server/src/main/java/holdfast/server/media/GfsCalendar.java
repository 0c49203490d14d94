package holdfast.server.media;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.time.ZonedDateTime;

/** Days of a grandfather-father-son schedule. Pure: knows no clock. */
record GfsCalendar(NewSchedule plan) {
    /** One day on which something goes. */
    record Occurrence(Generation generation, Instant due, Instant keepUntil) {}

    /** The first transfer that falls due after this moment. */
    Occurrence after(Instant moment) {
        LocalDate day = moment.atZone(plan.zone()).toLocalDate();
        // The weekly day is met within a week, whatever else is kept.
        for (int i = 0; i <= 8; i++) {
            LocalDate candidate = day.plusDays(i);
            Instant due = ZonedDateTime.of(candidate, plan.at(), plan.zone()).toInstant();
            if (due.isAfter(moment) && goes(candidate)) {
                Generation generation = generation(candidate);
                return new Occurrence(generation, due, keepUntil(candidate, generation));
            }
        }
        throw new IllegalStateException("no transfer in eight days of " + plan.name());
    }

    private boolean goes(LocalDate day) {
        boolean workingDay = day.getDayOfWeek() != DayOfWeek.SATURDAY && day.getDayOfWeek() != DayOfWeek.SUNDAY;
        return day.getDayOfWeek() == plan.weekly() || (plan.keepSons() > 0 && workingDay);
    }

    private Generation generation(LocalDate day) {
        if (day.getDayOfWeek() != plan.weekly()) {
            return Generation.SON;
        }
        return day.getDayOfMonth() <= 7 && plan.keepGrandfathers() > 0 ? Generation.GRANDFATHER : Generation.FATHER;
    }

    private Instant keepUntil(LocalDate day, Generation generation) {
        Period kept = switch (generation) {
            // Five working days a week: so many sons last as many weeks and days.
            case SON -> Period.ofDays(plan.keepSons() / 5 * 7 + plan.keepSons() % 5);
            case FATHER -> Period.ofWeeks(plan.keepFathers());
            case GRANDFATHER -> Period.ofMonths(plan.keepGrandfathers());
        };
        return ZonedDateTime.of(day.plus(kept), plan.at(), plan.zone()).toInstant();
    }
}
