@NullMarked
package holdfast.server.keys;

import org.jspecify.annotations.NullMarked;
