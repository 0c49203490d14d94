package holdfast.subjects.index;

import holdfast.vault.model.ChunkId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.roaringbitmap.RoaringBitmap;

/**
 * The bytes of a person index, version 1: {@code HFPERSON} 01, then each with its count before it: pseudonyms
 * (16 bytes each, by ordinal), facets (category, kinds), languages (word, set of ordinals), unread rows (file,
 * line, reason, at most), chunks in the order of their ids (id of 32 bytes, facets with their sets, set of unread
 * rows). Numbers are little-endian base-128 varints, texts UTF-8 with their length, sets RoaringBitmaps in the
 * portable format with their length.
 */
final class PersonIndexCodec {
    private static final String MAGIC = "HFPERSON";
    private static final int VERSION = 1;

    private PersonIndexCodec() {}

    static byte[] encode(PersonIndex index) {
        Writing out = new Writing(MAGIC, VERSION);
        Dictionary dictionary = index.dictionary();
        out.number(dictionary.size());
        for (int i = 0; i < dictionary.size(); i++) {
            out.fixed(dictionary.person(i).high()).fixed(dictionary.person(i).low());
        }
        out.number(index.facets().size());
        index.facets().forEach(facet -> out.text(facet.category()).texts(facet.kinds()));
        out.number(index.languages().size());
        new TreeMap<>(index.languages())
                .forEach((language, who) -> out.text(language).bitmap(who));
        out.number(index.unread().size());
        index.unread()
                .forEach(row -> out.text(row.file())
                        .number(row.line())
                        .text(row.reason())
                        .number(row.atMost()));
        out.number(index.persons().size());
        new TreeMap<>(index.persons()).forEach((id, persons) -> {
            out.raw(id.bytes()).number(persons.byFacet().size());
            persons.byFacet().forEach((facet, who) -> out.number(facet).bitmap(who));
            out.bitmap(persons.unread());
        });
        return out.bytes();
    }

    static PersonIndex decode(byte[] bytes) throws IndexFormatException {
        Reading in = new Reading(bytes, MAGIC, VERSION, "person index");
        Dictionary dictionary = dictionary(in);
        List<Facet> facets = facets(in);
        Map<String, RoaringBitmap> languages = languages(in, dictionary.size());
        List<UnreadRow> unread = unread(in);
        int count = in.count(ChunkId.BYTES);
        Map<ChunkId, ChunkPersons> chunks = HashMap.newHashMap(count);
        for (int i = 0; i < count; i++) {
            ChunkId id = ChunkId.at(in.raw(ChunkId.BYTES), 0);
            chunks.put(id, persons(in, dictionary.size(), facets.size(), unread.size()));
        }
        in.end();
        return new PersonIndex(dictionary, facets, languages, unread, chunks);
    }

    private static Dictionary dictionary(Reading in) throws IndexFormatException {
        int count = in.count(Pseudonym.BYTES);
        List<Pseudonym> persons = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            persons.add(new Pseudonym(in.fixed(), in.fixed()));
        }
        return new Dictionary(persons);
    }

    private static List<Facet> facets(Reading in) throws IndexFormatException {
        int count = in.count(2);
        List<Facet> facets = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            String category = in.text();
            Set<String> kinds = new TreeSet<>(in.texts());
            facets.add(new Facet(category, kinds));
        }
        return facets;
    }

    private static Map<String, RoaringBitmap> languages(Reading in, int persons) throws IndexFormatException {
        int count = in.count(2);
        Map<String, RoaringBitmap> languages = new TreeMap<>();
        for (int i = 0; i < count; i++) {
            languages.put(in.text(), in.bitmap(persons));
        }
        return languages;
    }

    private static List<UnreadRow> unread(Reading in) throws IndexFormatException {
        int count = in.count(4);
        List<UnreadRow> rows = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            rows.add(new UnreadRow(in.text(), in.number(), in.text(), in.number()));
        }
        return rows;
    }

    private static ChunkPersons persons(Reading in, int persons, int facets, int unread) throws IndexFormatException {
        int count = in.count(2);
        Map<Integer, RoaringBitmap> byFacet = new TreeMap<>();
        for (int i = 0; i < count; i++) {
            byFacet.put(in.below(facets), in.bitmap(persons));
        }
        return new ChunkPersons(byFacet, in.bitmap(unread));
    }
}
