/**
 * Mending: what can be read is told and kept, what cannot is dropped and named. Each repair plans first; it may be
 * broken off anywhere and run again, beside backups, copies and prunes.
 *
 * <p>Believes nobody whom a reader does not believe. Deletes no object that it could read.
 */
@NullMarked
package holdfast.vault.repair;

import org.jspecify.annotations.NullMarked;
