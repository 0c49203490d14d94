package holdfast.tape;

/**
 * What INQUIRY tells about a drive, and its block limits.
 *
 * @param maxBlock the largest block in bytes (READ BLOCK LIMITS)
 */
public record DriveInfo(String vendor, String product, String serial, int maxBlock) {}
