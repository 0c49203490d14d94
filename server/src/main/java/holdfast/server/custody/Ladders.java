package holdfast.server.custody;

import holdfast.server.place.SiteId;
import holdfast.server.record.ActorId;
import java.time.Duration;

/** How fast a missing receipt climbs, by route. Safe for use by several threads. */
public interface Ladders {

    /** The longest that the last rung may wait: an alarm that a setting has put to sleep is none. */
    Duration LONGEST = Duration.ofHours(4);

    /** The steps for a route; the default where none were set. */
    Steps steps(SiteId from, SiteId to);

    /**
     * Sets the steps for a route; releases from now on use them.
     *
     * @param by the head or a manager
     * @throws IllegalArgumentException if the head would hear before the manager, or later than {@link #LONGEST}
     */
    void set(SiteId from, SiteId to, Steps steps, ActorId by);

    /**
     * When the ladder reaches whom, counted from the due time; courier and both sites hear at the due time itself.
     *
     * @param manager whole minutes
     * @param head whole minutes
     */
    record Steps(Duration manager, Duration head) {
        /** Fifteen minutes, thirty minutes. */
        public static final Steps USUAL = new Steps(Duration.ofMinutes(15), Duration.ofMinutes(30));
    }
}
