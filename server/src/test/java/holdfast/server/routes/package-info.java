/** Every route against every role, by one table. */
@NullMarked
package holdfast.server.routes;

import org.jspecify.annotations.NullMarked;
