@NullMarked
package holdfast.server.exposure;

import org.jspecify.annotations.NullMarked;
