/** The pages of incidents: the file, its exposure, evidence, clocks and reports; notices with their progress; the desk. */
@NullMarked
package holdfast.server.console.incident;

import org.jspecify.annotations.NullMarked;
