/**
 * Moving objects to another store, and what one snapshot needs of them.
 *
 * <p>Opens no group.
 */
@NullMarked
package holdfast.vault.copy;

import org.jspecify.annotations.NullMarked;
