/**
 * The words of the vault that every other room uses: ids, paths, roles, options, progress, errors.
 *
 * <p>No bytes of the format and no I/O.
 */
@NullMarked
package holdfast.vault.model;

import org.jspecify.annotations.NullMarked;
