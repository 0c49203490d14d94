/** Tests of the platform. */
@NullMarked
package holdfast.server.platform;

import org.jspecify.annotations.NullMarked;
