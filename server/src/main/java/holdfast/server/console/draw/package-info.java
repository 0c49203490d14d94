/** The custody line: who held a thing, from when to when, and where silence begins; and its layout as a drawing. */
@NullMarked
package holdfast.server.console.draw;

import org.jspecify.annotations.NullMarked;
