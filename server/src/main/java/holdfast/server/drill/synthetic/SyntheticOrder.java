package holdfast.server.drill.synthetic;

/**
 * What synthetic data to make.
 *
 * @param people how many persons in all, at least 2
 * @param caseFiles how many case files
 */
public record SyntheticOrder(int people, int caseFiles) {
    /** The event's number. */
    public static final int PEOPLE = 76_000;

    public SyntheticOrder {
        if (people < 2 || people > 20_000_000) {
            throw new IllegalArgumentException("from 2 to 20000000 persons, not " + people);
        }
    }

    /** So many persons, and case files to match: 300 for the event's number. */
    public static SyntheticOrder of(int people) {
        return new SyntheticOrder(people, Math.clamp(people / 250, 12, 300));
    }

    /** Some hundred among 76 000, one at least. */
    int staff() {
        return Math.max(1, people / 150);
    }
}
