@NullMarked
package holdfast.server.drill.synthetic;

import org.jspecify.annotations.NullMarked;
