/**
 * What the owner says about other objects: these snapshots are forgotten, these packs are to be deleted.
 *
 * <p>Knows no contents; a mark that the owner did not sign counts for nothing.
 */
@NullMarked
package holdfast.vault.mark;

import org.jspecify.annotations.NullMarked;
