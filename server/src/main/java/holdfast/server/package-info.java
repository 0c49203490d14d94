/**
 * The application. The modules below this package and what each may depend on are drawn in ARCHITECTURE.md.
 */
@NullMarked
package holdfast.server;

import org.jspecify.annotations.NullMarked;
