package holdfast.tape;

import java.util.Optional;

/**
 * A place for one cartridge in a library.
 *
 * @param address the element address (SMC-3), unique in the library
 * @param cartridge the barcode of what lies there, as the reader saw it; empty if nothing does
 */
public record Element(int address, ElementKind kind, Optional<Barcode> cartridge) {}
