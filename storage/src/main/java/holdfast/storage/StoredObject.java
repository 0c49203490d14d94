package holdfast.storage;

import java.time.Instant;

/**
 * One line of a listing.
 *
 * @param size in bytes
 * @param time when it was last put, by the store's own clock: compare it with {@link ObjectStore#now} alone, never
 *     with the clock of this machine
 */
public record StoredObject(ObjectName name, long size, Instant time) {}
