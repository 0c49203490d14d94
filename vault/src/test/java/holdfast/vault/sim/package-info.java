/**
 * Histories of backups, forgets, prunes, copies and checks, interleaved call by call by a seed, with crashes, stale
 * listings, late visibility and hosts whose clocks jump.
 */
@NullMarked
package holdfast.vault.sim;

import org.jspecify.annotations.NullMarked;
