/**
 * Which snapshots a policy keeps, and why: pure, by their times, hosts, paths and tags, in restic's words and meaning.
 *
 * <p>Knows no store and forgets nothing itself.
 */
@NullMarked
package holdfast.vault.retention;

import org.jspecify.annotations.NullMarked;
