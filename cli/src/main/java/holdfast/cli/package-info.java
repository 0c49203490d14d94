/**
 * The {@code holdfast} command over the engine. Never depends on the server.
 */
@NullMarked
package holdfast.cli;

import org.jspecify.annotations.NullMarked;
