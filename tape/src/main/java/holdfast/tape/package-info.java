/**
 * Drives, changers and cartridges; sets of cartridges written together; the virtual library.
 *
 * <p>Carries opaque objects: nothing here knows what a vault is. Each cartridge is encrypted under a key of
 * its own which is never written to any cartridge.
 */
@NullMarked
package holdfast.tape;

import org.jspecify.annotations.NullMarked;
