/**
 * Names over pieces: trees of files, snapshots, and the catalogue that lists them.
 *
 * <p>Needs a cataloguer's key at most; contents stay closed.
 */
@NullMarked
package holdfast.vault.tree;

import org.jspecify.annotations.NullMarked;
