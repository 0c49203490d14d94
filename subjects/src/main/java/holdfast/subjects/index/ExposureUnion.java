package holdfast.subjects.index;

import holdfast.vault.model.ChunkId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.roaringbitmap.RoaringBitmap;

/**
 * The exposure of chunks over the indexes of several snapshots: a pack may hold chunks of registers as they were
 * at different times. Persons are matched by their pseudonyms, so the indexes need not come from one line.
 */
public final class ExposureUnion {
    private final Dictionary dictionary;
    private final RoaringBitmap persons = new RoaringBitmap();
    private final Map<String, RoaringBitmap> byCategory = new TreeMap<>();
    private final Map<String, RoaringBitmap> byKind = new TreeMap<>();
    private final Map<String, RoaringBitmap> byLanguage = new TreeMap<>();
    private final Set<UnreadRow> unread = new LinkedHashSet<>();

    private ExposureUnion(Dictionary dictionary) {
        this.dictionary = dictionary;
    }

    /**
     * The persons in these chunks by any of these indexes.
     *
     * @param indexes the newest first: it decides in which language somebody is written to
     */
    public static ExposureUnion of(List<PersonIndex> indexes, Collection<ChunkId> chunks) {
        Dictionary all = new Dictionary();
        for (PersonIndex index : indexes) {
            all = index.dictionary().size() > all.size() ? index.dictionary() : all;
        }
        ExposureUnion union = new ExposureUnion(all.fork());
        for (PersonIndex index : indexes) {
            union.add(index, index.exposure(chunks));
        }
        return union;
    }

    private void add(PersonIndex index, Exposed exposed) {
        boolean same = index.dictionary().agreesWith(dictionary);
        RoaringBitmap known = persons.clone();
        persons.or(mine(index, exposed.persons(), same));
        exposed.byCategory().forEach((category, who) -> add(byCategory, category, mine(index, who, same)));
        exposed.byKind().forEach((kind, who) -> add(byKind, kind, mine(index, who, same)));
        exposed.byLanguage().forEach((language, who) -> {
            RoaringBitmap fresh = RoaringBitmap.andNot(mine(index, who, same), known);
            if (!fresh.isEmpty()) {
                add(byLanguage, language, fresh);
            }
        });
        unread.addAll(exposed.unread());
    }

    private RoaringBitmap mine(PersonIndex index, RoaringBitmap theirs, boolean same) {
        if (same) {
            return theirs;
        }
        RoaringBitmap mine = new RoaringBitmap();
        theirs.forEach(
                (int ordinal) -> mine.add(dictionary.ordinal(index.dictionary().person(ordinal))));
        return mine;
    }

    private static void add(Map<String, RoaringBitmap> sets, String name, RoaringBitmap who) {
        sets.computeIfAbsent(name, n -> new RoaringBitmap()).or(who);
    }

    /** How many persons, each counted once. */
    public long persons() {
        return persons.getLongCardinality();
    }

    public Map<String, Long> byCategory() {
        return counts(byCategory);
    }

    public Map<String, Long> byKind() {
        return counts(byKind);
    }

    /**
     * The kinds of data that lie here about persons of each category. Somebody of several categories counts only where
     * a category has nobody else: a creditor who is also staff does not make employment a kind of data of creditors.
     */
    public Map<String, Set<String>> kindsByCategory() {
        Map<String, Set<String>> kinds = new TreeMap<>();
        byCategory.forEach((category, who) -> {
            RoaringBitmap only = who.clone();
            byCategory.forEach((other, others) -> {
                if (!other.equals(category)) {
                    only.andNot(others);
                }
            });
            RoaringBitmap typical = only.isEmpty() ? who : only;
            Set<String> found = new LinkedHashSet<>();
            byKind.forEach((kind, about) -> {
                if (RoaringBitmap.intersects(typical, about)) {
                    found.add(kind);
                }
            });
            kinds.put(category, found);
        });
        return kinds;
    }

    /** Each person under one language. */
    public Map<String, Long> byLanguage() {
        return counts(byLanguage);
    }

    public List<UnreadRow> unread() {
        return List.copyOf(unread);
    }

    /** Who they are, under the key of pseudonyms. */
    public List<Pseudonym> people() {
        List<Pseudonym> people = new ArrayList<>(persons.getCardinality());
        persons.forEach((int ordinal) -> people.add(dictionary.person(ordinal)));
        return people;
    }

    private static Map<String, Long> counts(Map<String, RoaringBitmap> sets) {
        Map<String, Long> counts = new TreeMap<>();
        sets.forEach((name, who) -> counts.put(name, who.getLongCardinality()));
        return counts;
    }
}
