/**
 * JMH benchmarks of the steps that contents go through on their way into a pack, and of what this machine could do at
 * most where no tool of the system tells it. {@code bench/micro} runs them and makes the table.
 */
@NullMarked
package holdfast.bench.micro;

import org.jspecify.annotations.NullMarked;
