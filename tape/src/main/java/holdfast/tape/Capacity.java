package holdfast.tape;

/**
 * How much a cartridge holds, in bytes of blocks as the host writes them (no compression).
 *
 * @param total native capacity
 * @param remaining what can still be written from the end of data on; an estimate on real media
 */
public record Capacity(long total, long remaining) {}
