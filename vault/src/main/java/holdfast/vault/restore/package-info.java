/**
 * From chunks to files: restoring and dumping with a reader's key.
 *
 * <p>Writes nothing into the vault.
 */
@NullMarked
package holdfast.vault.restore;

import org.jspecify.annotations.NullMarked;
