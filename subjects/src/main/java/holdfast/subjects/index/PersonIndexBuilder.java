package holdfast.subjects.index;

import holdfast.crypto.Secret;
import holdfast.subjects.BrokenRow;
import holdfast.subjects.RegisterRecord;
import holdfast.subjects.RegisterSpec;
import holdfast.subjects.RegisterSummary;
import holdfast.vault.backup.BackupObserver;
import holdfast.vault.backup.ContentSink;
import holdfast.vault.model.ChunkId;
import holdfast.vault.model.ChunkRef;
import holdfast.vault.model.FilePath;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.roaringbitmap.RoaringBitmap;

/**
 * Makes the person index of a backup while it runs. One builder for one backup; not thread-safe.
 *
 * <p>A register that turns out unreadable does not stop the backup: it becomes an unread row for as many persons
 * as it has lines, and {@link #seen} says so.
 */
public final class PersonIndexBuilder implements BackupObserver {
    private final Pseudonyms pseudonyms;
    private final Map<RegisterSpec, Predicate<String>> specs = new LinkedHashMap<>();
    private final Set<RegisterSpec> unmatched;
    private final Dictionary dictionary;
    private final Map<Facet, Integer> facets = new LinkedHashMap<>();
    private final Map<Integer, String> languageOf = new HashMap<>();
    private final Map<String, RoaringBitmap> languages = new TreeMap<>();
    private final Map<FilePath, RegisterReading> reading = new HashMap<>();
    private final Set<List<ChunkId>> read = new HashSet<>();
    private final ChunkJoin join = new ChunkJoin();
    private final List<UnreadRow> unread = new ArrayList<>();
    private final List<RegisterPlaces> places = new ArrayList<>();
    private final List<RegisterSummary> summaries = new ArrayList<>();

    /**
     * @param pseudonymKey the same for all backups of a vault
     * @param specs the registers; the first that matches a file says how it is read
     * @param earlier the index of the snapshot before this, whose ordinals go on
     */
    public PersonIndexBuilder(Secret pseudonymKey, List<RegisterSpec> specs, Optional<PersonIndex> earlier) {
        this.pseudonyms = new Pseudonyms(pseudonymKey);
        specs.forEach(spec -> this.specs.put(spec, spec.matcher()));
        this.unmatched = new LinkedHashSet<>(specs);
        this.dictionary = earlier.map(index -> index.dictionary().fork()).orElseGet(Dictionary::new);
    }

    /** The bytes of registers are asked for even if they did not change: only they tell who is in them. */
    @Override
    public @Nullable ContentSink contentOf(FilePath path) {
        String file = path.toString();
        for (Map.Entry<RegisterSpec, Predicate<String>> spec : specs.entrySet()) {
            if (spec.getValue().test(file)) {
                unmatched.remove(spec.getKey());
                RegisterReading register = new RegisterReading(file, spec.getKey(), new Assigned());
                reading.put(path, register);
                return register;
            }
        }
        return null;
    }

    @Override
    public void fileSaved(SavedFile file) {
        RegisterReading register = reading.remove(file.path());
        String name = file.path().toString();
        if (register == null) {
            notGiven(file, name);
            return;
        }
        read.add(ids(file));
        if (!register.failure().isEmpty()) {
            notRead(file, 0, file.size(), new UnreadRow(name, 1, register.failure(), register.lines()));
            return;
        }
        RegisterPlaces records = register.places(name);
        places.add(records);
        summaries.add(register.summary());
        for (int i = 0; i < records.size(); i++) {
            int facet = register.facet(i);
            int ordinal = records.ordinal(i);
            join.touching(file.chunks(), records.start(i), records.length(i), chunk -> chunk.add(facet, ordinal));
        }
        for (BrokenRow row : register.broken()) {
            notRead(file, row.start(), row.length(), new UnreadRow(name, row.line(), row.reason(), row.atMost()));
        }
    }

    /** A second name of a file comes without bytes: what is known of them by the first name is known of this. */
    private void notGiven(SavedFile file, String name) {
        boolean register = specs.values().stream().anyMatch(matcher -> matcher.test(name));
        if (register && file.size() > 0 && !read.contains(ids(file))) {
            String reason = "is another name of a file that is no register by its first name";
            notRead(file, 0, file.size(), new UnreadRow(name, 1, reason, file.size()));
        }
    }

    private static List<ChunkId> ids(SavedFile file) {
        return file.chunks().stream().map(ChunkRef::id).toList();
    }

    private void notRead(SavedFile file, long start, long length, UnreadRow row) {
        int number = unread.size();
        unread.add(row);
        join.touching(file.chunks(), start, length, chunk -> chunk.unread().add(number));
    }

    @Override
    public void fileFailed(FilePath path, String reason) {
        reading.remove(path);
    }

    @Override
    public List<Attachment> finish() {
        PersonIndex index = new PersonIndex(dictionary, List.copyOf(facets.keySet()), languages, unread, join.chunks());
        return List.of(
                new Attachment(PersonIndex.ATTACHMENT, index.encode()),
                new Attachment(RecordPlaces.ATTACHMENT, new RecordPlaces(places).encode()));
    }

    /** What the registers came to; complete after {@link #finish}. */
    public RegistersSeen seen() {
        RoaringBitmap persons = new RoaringBitmap();
        join.chunks().values().forEach(chunk -> chunk.byFacet().values().forEach(persons::or));
        return new RegistersSeen(
                List.copyOf(summaries),
                persons.getLongCardinality(),
                List.copyOf(unread),
                unmatched.stream().map(RegisterSpec::glob).toList());
    }

    private final class Assigned implements RegisterReading.Numbers {
        @Override
        public int person(RegisterRecord row) {
            int ordinal = dictionary.ordinal(pseudonyms.of(row.who()));
            // The first record that states a language decides, so that a person is written to in one.
            if (!row.language().isEmpty() && languageOf.putIfAbsent(ordinal, row.language()) == null) {
                languages
                        .computeIfAbsent(row.language(), l -> new RoaringBitmap())
                        .add(ordinal);
            }
            return ordinal;
        }

        @Override
        public int facet(RegisterRecord row) {
            return facets.computeIfAbsent(new Facet(row.category(), row.kinds()), facet -> facets.size());
        }
    }
}
