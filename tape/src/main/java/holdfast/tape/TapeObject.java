package holdfast.tape;

/**
 * One object for a tape set.
 *
 * @param everywhere true for what each cartridge carries; false for what one of them carries
 */
public record TapeObject(String name, long size, boolean everywhere) {}
