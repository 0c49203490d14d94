/**
 * From files to chunks: walking, excluding, reading ahead, comparing with the parent, and the stream of events for exposure.
 *
 * <p>Never reads contents back: it works with a writer's key.
 */
@NullMarked
package holdfast.vault.backup;

import org.jspecify.annotations.NullMarked;
