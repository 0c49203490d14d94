package holdfast.server.drill;

import java.util.ArrayList;
import java.util.List;

/** What the drill demands of itself. A check that does not hold makes the drill exit non-zero and is named. */
final class Checks {
    /**
     * @param says what must hold, as a sentence
     * @param seen what was seen, in figures
     */
    record Check(String says, boolean holds, String seen) {}

    private final List<Check> all = new ArrayList<>();

    void add(String says, boolean holds, String seen) {
        all.add(new Check(says, holds, seen));
    }

    /** That two figures found by different ways are the same. */
    void same(String says, long expected, long found) {
        add(says, expected == found, expected == found ? Long.toString(found) : found + ", not " + expected);
    }

    List<Check> all() {
        return List.copyOf(all);
    }

    List<Check> failed() {
        return all.stream().filter(check -> !check.holds()).toList();
    }
}
