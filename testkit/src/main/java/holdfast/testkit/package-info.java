/**
 * Helpers for tests: clocks that stand still, seeds that print and replay, faults on demand.
 *
 * <p>Knows none of our other modules, or the reactor would have a cycle; a contract suite ships as the
 * test-jar of the module that owns the interface.
 */
@NullMarked
package holdfast.testkit;

import org.jspecify.annotations.NullMarked;
