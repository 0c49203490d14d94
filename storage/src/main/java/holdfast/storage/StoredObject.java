package holdfast.storage;

/**
 * One line of a listing.
 *
 * @param size in bytes
 */
public record StoredObject(ObjectName name, long size) {}
