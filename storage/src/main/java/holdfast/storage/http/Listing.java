package holdfast.storage.http;

import holdfast.storage.ObjectName;
import holdfast.storage.StoredObject;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A page of a listing as text: {@code SIZE TIME NAME} a line, by name. */
final class Listing {
    /** There when the listing goes on behind the last name of this page. */
    static final String MORE_HEADER = "X-More";

    private Listing() {}

    /** A page's text, and whether more follows. */
    record Page(String text, boolean more) {}

    static Page page(Stream<StoredObject> all, String after, int limit) {
        List<StoredObject> found = all.filter(object -> object.name().value().compareTo(after) > 0)
                .sorted(Comparator.comparing(StoredObject::name))
                .limit(limit + 1L)
                .toList();
        String text = found.stream()
                .limit(limit)
                .map(object -> object.size() + " " + object.time() + " " + object.name() + "\n")
                .collect(Collectors.joining());
        return new Page(text, found.size() > limit);
    }

    /** @throws IllegalArgumentException for a line that is none */
    static StoredObject parse(String line) {
        String[] words = line.split(" ", 3);
        if (words.length < 3) {
            throw new IllegalArgumentException("not a size, a time and a name");
        }
        try {
            return new StoredObject(new ObjectName(words[2]), Long.parseLong(words[0]), Instant.parse(words[1]));
        } catch (DateTimeException e) {
            throw new IllegalArgumentException("not a time: " + words[1], e);
        }
    }
}
