package holdfast.subjects.index;

import holdfast.vault.model.ChunkId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.roaringbitmap.RoaringBitmap;

/**
 * The persons in each chunk of one snapshot's registers. Immutable and safe for many threads.
 */
public final class PersonIndex {
    /** The name of its attachment beside the snapshot. */
    public static final String ATTACHMENT = "subjects/persons";

    static final String UNSTATED = "unstated";

    private final Dictionary dictionary;
    private final List<Facet> facets;
    private final Map<String, RoaringBitmap> languages;
    private final List<UnreadRow> unread;
    private final Map<ChunkId, ChunkPersons> chunks;

    PersonIndex(
            Dictionary dictionary,
            List<Facet> facets,
            Map<String, RoaringBitmap> languages,
            List<UnreadRow> unread,
            Map<ChunkId, ChunkPersons> chunks) {
        this.dictionary = dictionary;
        this.facets = List.copyOf(facets);
        this.languages = languages;
        this.unread = List.copyOf(unread);
        this.chunks = chunks;
    }

    /**
     * Reads an attachment.
     *
     * @throws IndexFormatException if the bytes are none of this version
     */
    public static PersonIndex decode(byte[] bytes) throws IndexFormatException {
        return PersonIndexCodec.decode(bytes);
    }

    byte[] encode() {
        return PersonIndexCodec.encode(this);
    }

    /** The persons in these chunks together: exact, each counted once. Chunks without persons are no error. */
    public Exposed exposure(Collection<ChunkId> of) {
        RoaringBitmap[] byFacet = new RoaringBitmap[facets.size()];
        RoaringBitmap rows = new RoaringBitmap();
        for (int i = 0; i < byFacet.length; i++) {
            byFacet[i] = new RoaringBitmap();
        }
        for (ChunkId id : of) {
            ChunkPersons chunk = chunks.get(id);
            if (chunk != null) {
                chunk.byFacet().forEach((facet, persons) -> byFacet[facet].or(persons));
                rows.or(chunk.unread());
            }
        }
        return exposed(byFacet, rows);
    }

    private Exposed exposed(RoaringBitmap[] byFacet, RoaringBitmap rows) {
        RoaringBitmap persons = RoaringBitmap.or(byFacet);
        Map<String, RoaringBitmap> byCategory = new TreeMap<>();
        Map<String, RoaringBitmap> byKind = new TreeMap<>();
        for (int i = 0; i < byFacet.length; i++) {
            if (!byFacet[i].isEmpty()) {
                Facet facet = facets.get(i);
                add(byCategory, facet.category(), byFacet[i]);
                for (String kind : facet.kinds()) {
                    add(byKind, kind, byFacet[i]);
                }
            }
        }
        List<UnreadRow> unreadThere = new ArrayList<>();
        rows.forEach((int row) -> unreadThere.add(unread.get(row)));
        return new Exposed(persons, byCategory, byKind, byLanguage(persons), unreadThere);
    }

    private Map<String, RoaringBitmap> byLanguage(RoaringBitmap persons) {
        Map<String, RoaringBitmap> byLanguage = new TreeMap<>();
        RoaringBitmap rest = persons.clone();
        languages.forEach((language, speakers) -> {
            RoaringBitmap there = RoaringBitmap.and(persons, speakers);
            if (!there.isEmpty()) {
                byLanguage.put(language, there);
                rest.andNot(there);
            }
        });
        if (!rest.isEmpty()) {
            byLanguage.put(UNSTATED, rest);
        }
        return byLanguage;
    }

    private static void add(Map<String, RoaringBitmap> sets, String name, RoaringBitmap persons) {
        sets.computeIfAbsent(name, n -> new RoaringBitmap()).or(persons);
    }

    /** Every chunk that holds a byte of a record or of an unread row. */
    public Collection<ChunkId> chunks() {
        return chunks.keySet();
    }

    public Dictionary dictionary() {
        return dictionary;
    }

    /** Every row that names nobody, in the whole snapshot. */
    public List<UnreadRow> unread() {
        return unread;
    }

    List<Facet> facets() {
        return facets;
    }

    Map<String, RoaringBitmap> languages() {
        return languages;
    }

    Map<ChunkId, ChunkPersons> persons() {
        return chunks;
    }
}
