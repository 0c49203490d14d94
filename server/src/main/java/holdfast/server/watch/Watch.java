package holdfast.server.watch;

import holdfast.server.record.ActorId;
import holdfast.server.record.Ref;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What should happen, and what rings when it does not. Every method joins the caller's transaction. */
public interface Watch {
    /** Begins to wait. */
    DueId expect(Expectation expectation, ActorId by);

    /**
     * It happened. Called by the module that saw it happen, not by a person who says so; fulfilling twice is
     * fulfilling once.
     */
    void fulfil(DueId due, ActorId by);

    /**
     * Waits longer. The ladder starts again from its first rung at the new time, and everybody on the last rung
     * (the head) is told at once who did it and why.
     *
     * @throws holdfast.server.access.Forbidden if {@code by} is involved, or holds neither of the roles MANAGER,
     *     HEAD and DPO
     * @throws IllegalArgumentException if there is no reason, or the new time is not later than the old one
     */
    void extend(DueId due, Instant newDue, String reason, ActorId by);

    /**
     * Stops waiting for something that will not happen any more (a consignment called off, a loss confirmed).
     * The same persons may as for {@link #extend}, and the last rung is told in the same way.
     */
    void callOff(DueId due, String reason, ActorId by);

    /** Everything that is waited for, the earliest due first. */
    List<OpenDue> open();

    /** What is waited for about this. */
    List<OpenDue> open(Ref about);

    /** All rungs that have rung about this, in the order in which they rang; also of what was fulfilled later. */
    List<RungReached> rang(Ref about);

    /** The next moment at which a rung is reached; in the past if it should have rung already. */
    Optional<Instant> nextMoment();

    /**
     * Rings everything that is due at the clock's time, in the order of its time, one transaction for each rung:
     * mark, alerts, entry and event together or not at all. Called every second by the server, and by a drill
     * after each leap of its clock.
     *
     * @return how many rungs rang
     */
    int ringDue();
}
