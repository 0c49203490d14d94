/** The pages of consignments: at a desk the journeys and their custody lines, on a phone the hand-overs. */
@NullMarked
package holdfast.server.console.custody;

import org.jspecify.annotations.NullMarked;
