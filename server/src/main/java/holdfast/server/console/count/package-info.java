/** The pages of blind counts: when each site is due, the count on a phone, and its differences. Decides nothing. */
@NullMarked
package holdfast.server.console.count;

import org.jspecify.annotations.NullMarked;
