package holdfast.bench;

import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;

/**
 * A figure that Holdfast aims at, as a ratio to another tool's.
 *
 * @param ratio ours over theirs, if both were measured
 * @param most what it may be
 */
record Goal(String what, OptionalDouble ratio, double most) {
    private static final String US = "holdfast";

    static List<Goal> all(Medians m) {
        List<Goal> goals = new java.util.ArrayList<>();
        for (Shape shape : Shape.values()) {
            boolean small = shape == Shape.SMALL_FILES;
            boolean thrice = small || shape == Shape.RANDOM;
            goals.add(wall(m, shape, Phase.FIRST, 1 / (thrice ? 3.0 : 2.5)));
            if (small) {
                goals.add(wall(m, shape, Phase.SECOND, 1 / 3.0));
                goals.add(wall(m, shape, Phase.UNCHANGED, 1 / 3.0));
            } else if (shape.versions > 1) {
                goals.add(new Goal(
                        shape.title + ": growth by the second version",
                        Medians.over(m.growth(US, shape), m.growth("restic", shape)),
                        shape == Shape.SQL_DUMP ? 0.3 : 0.7));
            }
            goals.add(wall(m, shape, Phase.RESTORE, 1 / (small ? 2.0 : 1.5)));
            goals.add(wall(m, shape, Phase.CHECK, 1 / 1.5));
            goals.add(new Goal(
                    shape.title + ": stored",
                    Medians.over(
                            m.of(US, shape, Phase.FIRST, Row::stored), m.of("restic", shape, Phase.FIRST, Row::stored)),
                    small ? 0.75 : 1));
            goals.add(cpu(m, shape, Phase.FIRST));
            goals.add(cpu(m, shape, Phase.CHECK));
            goals.add(new Goal(
                    shape.title + ": first backup, beside tar | zstd -3 | age",
                    Medians.over(m.wall(US, shape, Phase.FIRST), m.wall("tar", shape, Phase.FIRST)),
                    1.1));
        }
        goals.add(snapshots(m, Phase.SNAPSHOTS, 1));
        goals.add(snapshots(m, Phase.SNAPSHOTS_KEY_FILE, 0.5));
        goals.add(new Goal("peak memory, beside 300 MB", Medians.over(m.memory(US), OptionalDouble.of(300e6)), 1));
        return goals;
    }

    private static Goal wall(Medians m, Shape shape, Phase phase, double most) {
        return new Goal(
                shape.title + ": " + phase.id,
                Medians.over(m.wall(US, shape, phase), m.wall("restic", shape, phase)),
                most);
    }

    private static Goal cpu(Medians m, Shape shape, Phase phase) {
        return new Goal(
                shape.title + ": CPU time of " + phase.id,
                Medians.over(m.of(US, shape, phase, Row::cpu), m.of("restic", shape, phase, Row::cpu)),
                0.6);
    }

    private static Goal snapshots(Medians m, Phase phase, double most) {
        return new Goal(
                phase.id,
                Medians.over(
                        m.of(US, Shape.SMALL_FILES, phase, Row::wall),
                        m.of("restic", Shape.SMALL_FILES, Phase.SNAPSHOTS, Row::wall)),
                most);
    }

    boolean isMet() {
        return ratio.isPresent() && ratio.getAsDouble() <= most;
    }

    String markdown() {
        return String.format(
                Locale.ROOT, "| %s | %.2f | %.2f | %s |", what, ratio.orElseThrow(), most, isMet() ? "yes" : "**no**");
    }

    String json() {
        return String.format(
                Locale.ROOT,
                "{\"what\":\"%s\",\"ratio\":%.4f,\"most\":%.4f,\"met\":%s}",
                what,
                ratio.orElseThrow(),
                most,
                isMet());
    }
}
