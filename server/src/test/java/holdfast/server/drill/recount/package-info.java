@NullMarked
package holdfast.server.drill.recount;

import org.jspecify.annotations.NullMarked;
