/**
 * How numbers, bytes and lists are laid out in the vault's objects. Knows nothing of what they mean.
 */
@NullMarked
package holdfast.vault.codec;

import org.jspecify.annotations.NullMarked;
