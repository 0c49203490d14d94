package holdfast.storage.http;

import java.time.Duration;

/**
 * What a server does not let pass.
 *
 * @param largest object, in bytes
 * @param keep nothing younger than this is deleted, whoever signs
 * @param shares how much room each caller may take
 */
public record ServingLimits(long largest, Duration keep, Shares shares) {
    /** Objects of up to a gigabyte, deleted whenever the owner says so, with room for all. */
    public static final ServingLimits NONE = new ServingLimits(1L << 30, Duration.ZERO, Shares.UNLIMITED);
}
