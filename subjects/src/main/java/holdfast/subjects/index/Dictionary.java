package holdfast.subjects.index;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;

/**
 * Ordinals of persons, from 0 in the order in which they were first seen. Only ever added to, so that an ordinal
 * means the same person in all later snapshots of one line. Not thread-safe while it grows.
 */
public final class Dictionary {
    private final List<Pseudonym> byOrdinal;
    private final Map<Pseudonym, Integer> ordinals;

    Dictionary() {
        this(List.of());
    }

    Dictionary(List<Pseudonym> byOrdinal) {
        this.byOrdinal = new ArrayList<>(byOrdinal);
        this.ordinals = HashMap.newHashMap(byOrdinal.size() + 16);
        for (int i = 0; i < byOrdinal.size(); i++) {
            ordinals.put(byOrdinal.get(i), i);
        }
    }

    /** One that grows from this one, which stays as it is. */
    Dictionary fork() {
        return new Dictionary(byOrdinal);
    }

    /** The ordinal of a person, a new one if need be. */
    int ordinal(Pseudonym person) {
        Integer next = byOrdinal.size();
        Integer known = ordinals.putIfAbsent(person, next);
        if (known == null) {
            byOrdinal.add(person);
            return next;
        }
        return known;
    }

    /** The ordinal of a person who is known. */
    public OptionalInt find(Pseudonym person) {
        Integer ordinal = ordinals.get(person);
        return ordinal == null ? OptionalInt.empty() : OptionalInt.of(ordinal);
    }

    /** The person of an ordinal. */
    public Pseudonym person(int ordinal) {
        return byOrdinal.get(ordinal);
    }

    public int size() {
        return byOrdinal.size();
    }

    /** Whether each ordinal that both have means the same person in both. */
    boolean agreesWith(Dictionary other) {
        int common = Math.min(size(), other.size());
        // Both only ever grow, and pseudonyms do not repeat: what agrees at its end agrees before it only if the
        // one was forked from the other, so all must be compared.
        return byOrdinal.subList(0, common).equals(other.byOrdinal.subList(0, common));
    }
}
