package holdfast.server.media;

import java.time.Instant;

/** A rotation schedule, and up to when it has raised its transfers. */
public record Schedule(ScheduleId id, NewSchedule plan, Instant raisedUntil) {}
