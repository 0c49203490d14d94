package holdfast.server.media;

import holdfast.server.record.ActorId;
import holdfast.server.record.Ref;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The rotation schedules (grandfather, father, son), and the transfers that they raise. */
public interface Rotation {
    /** Sets up a schedule; its first transfer is the next one after now. */
    ScheduleId define(NewSchedule schedule, ActorId by);

    List<Schedule> schedules();

    /**
     * When the next transfer of any schedule falls due; in the past if {@link #raise} has not run since. For a drill's
     * clock.
     */
    Optional<Instant> nextMoment();

    /**
     * Raises what has fallen due by the clock: an expectation in {@code watch} that rings for the operators at once,
     * and an event. Of several transfers of one schedule that were missed while no server ran, the one that is kept
     * longest is raised; the entry tells how many there were. Called by the clock.
     *
     * @return how many were raised
     */
    int raise();

    /** Transfers raised, of which nothing has left yet, the earliest first. */
    List<TransferDue> due();

    /** A consignment carries the transfer: the waiting ends. Operators and site officers. */
    void served(TransferId transfer, Ref consignment, ActorId by);
}
