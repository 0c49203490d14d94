/**
 * Groups and packs: how chunks are sealed together, written as a stream of packs, and told of in signed index parts.
 *
 * <p>Never asks where a chunk lies; that is the index above.
 */
@NullMarked
package holdfast.vault.pack;

import org.jspecify.annotations.NullMarked;
