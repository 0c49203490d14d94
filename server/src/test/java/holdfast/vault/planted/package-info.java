/** A planted class of the engine that knows a module above it, so that the rule of the engine is seen to fail. */
@NullMarked
package holdfast.vault.planted;

import org.jspecify.annotations.NullMarked;
