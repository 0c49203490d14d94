package holdfast.server.media;

import holdfast.tape.Barcode;

/**
 * One object of a vault on one cartridge.
 *
 * @param object its name in the vault
 * @param data true if it is a pack with contents; false for what every cartridge of a set carries
 * @param bytes its size
 */
public record Archived(RunId run, Barcode cartridge, String object, boolean data, long bytes) {}
