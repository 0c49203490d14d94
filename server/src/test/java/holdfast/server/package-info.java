/** Tests of the server as a whole process. */
@NullMarked
package holdfast.server;

import org.jspecify.annotations.NullMarked;
