package holdfast.server.secondsite;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What the second site knows of the first.
 *
 * @param now       by the second site's clock
 * @param lastHeard when it last heard of the first site, by its own clock
 * @param open      the due times that it holds
 * @param alarms    everything that it ever rang, the oldest first
 */
public record VigilReport(Instant now, Optional<Instant> lastHeard, List<HeldDue> open, List<Alarm> alarms) {}
