/**
 * Backup tools side by side on one machine: corpora, peers, the measuring, and the table.
 *
 * <p>Knows nothing of Holdfast's own classes: it measures the command, as its users have it. Runs from source
 * ({@code bench/run}), with the JDK alone. What calls those classes is a module of its own, {@code bench/jmh}, which
 * {@code bench/micro} starts as a program too.
 */
@NullMarked
package holdfast.bench;

import org.jspecify.annotations.NullMarked;
