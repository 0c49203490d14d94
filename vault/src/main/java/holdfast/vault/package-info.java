/**
 * The vault: an encrypted, deduplicating repository of snapshots.
 *
 * <p>No tapes, no persons, no server: whoever wants to know what was stored where observes a backup.
 */
@NullMarked
package holdfast.vault;

import org.jspecify.annotations.NullMarked;
