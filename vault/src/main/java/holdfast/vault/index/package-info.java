/**
 * Where every chunk lies: the index over all packs, and reading and writing single chunks and pieces through it.
 *
 * <p>Names no files; trees are above.
 */
@NullMarked
package holdfast.vault.index;

import org.jspecify.annotations.NullMarked;
