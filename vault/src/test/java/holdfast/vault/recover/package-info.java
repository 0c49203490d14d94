/**
 * Tests of the program in {@code recover/}, which shares no line with the vault: what the engine writes, it must read.
 * Nothing of the engine's insides may be known here beyond making vaults.
 */
@NullMarked
package holdfast.vault.recover;

import org.jspecify.annotations.NullMarked;
