package holdfast.bench;

import java.util.List;
import java.util.OptionalDouble;
import java.util.function.ToDoubleFunction;

/** Medians of what was measured; empty where nothing was. */
record Medians(List<Row> rows) {

    OptionalDouble of(String tool, Shape shape, Phase phase, ToDoubleFunction<Row> value) {
        return median(rows.stream()
                .filter(row -> row.tool().equals(tool) && row.shape() == shape && row.phase() == phase)
                .mapToDouble(value)
                .sorted()
                .toArray());
    }

    OptionalDouble wall(String tool, Shape shape, Phase phase) {
        return of(tool, shape, phase, Row::wallWithSync);
    }

    /** By how much the repository grew with the second version. */
    OptionalDouble growth(String tool, Shape shape) {
        return minus(
                of(tool, shape, Phase.SECOND, Row::stored), of(tool, shape, Phase.UNCHANGED, Row::stored));
    }

    /** The most memory in any step. */
    OptionalDouble memory(String tool) {
        return rows.stream().filter(row -> row.tool().equals(tool)).mapToDouble(Row::memory).max();
    }

    static OptionalDouble over(OptionalDouble a, OptionalDouble b) {
        return a.isPresent() && b.isPresent() && b.getAsDouble() > 0
                ? OptionalDouble.of(a.getAsDouble() / b.getAsDouble())
                : OptionalDouble.empty();
    }

    private static OptionalDouble minus(OptionalDouble a, OptionalDouble b) {
        return a.isPresent() && b.isPresent()
                ? OptionalDouble.of(a.getAsDouble() - b.getAsDouble())
                : OptionalDouble.empty();
    }

    private static OptionalDouble median(double[] sorted) {
        int middle = sorted.length / 2;
        if (sorted.length == 0) {
            return OptionalDouble.empty();
        }
        return OptionalDouble.of(
                sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2);
    }
}
