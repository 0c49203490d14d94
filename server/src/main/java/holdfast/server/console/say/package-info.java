/** Words for times, spans, numbers and sizes, as each language expects them; and which language a person reads. */
@NullMarked
package holdfast.server.console.say;

import org.jspecify.annotations.NullMarked;
