package holdfast.server.media;

import holdfast.server.place.SiteId;
import holdfast.server.platform.Invalid;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneId;

/**
 * When sets go from one site to another.
 *
 * @param name such as "weekly to Queensway"
 * @param zone in which days and times are meant
 * @param at the time of day at which a transfer falls due
 * @param weekly the day of fathers and, the first in a month, of grandfathers
 * @param keepSons how many sons are kept; 0 if nothing goes on the other working days
 * @param keepFathers how many fathers are kept; at least 1
 * @param keepGrandfathers how many grandfathers are kept; 0 if the first of a month is a father like any other
 * @param within how long after it fell due the manager hears that nothing left; the head after twice as long
 */
public record NewSchedule(
        String name,
        SiteId from,
        SiteId to,
        ZoneId zone,
        LocalTime at,
        DayOfWeek weekly,
        int keepSons,
        int keepFathers,
        int keepGrandfathers,
        Duration within) {
    public NewSchedule {
        if (keepSons < 0 || keepFathers < 1 || keepGrandfathers < 0 || within.isNegative() || within.isZero()) {
            throw new Invalid("refused.schedule-form");
        }
    }
}
