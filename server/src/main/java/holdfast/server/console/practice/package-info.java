/** The page of the drills that were held. */
@NullMarked
package holdfast.server.console.practice;

import org.jspecify.annotations.NullMarked;
