package holdfast.server.place;

import java.time.Duration;

/**
 * A way that consignments take.
 *
 * @param usual how long it usually takes, from release to receipt
 */
public record Route(SiteId from, SiteId to, Duration usual) {}
