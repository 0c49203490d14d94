/** The first page: where is everything, what is due, what is wrong. */
@NullMarked
package holdfast.server.console.overview;

import org.jspecify.annotations.NullMarked;
