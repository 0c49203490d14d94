/**
 * Deleting what no snapshot needs, while backups, copies and other prunes run: what is read, the plan that follows from
 * it, and its execution.
 *
 * <p>Opens no group of contents; moves groups sealed as they are. Knows nothing of why a snapshot was forgotten.
 */
@NullMarked
package holdfast.vault.prune;

import org.jspecify.annotations.NullMarked;
