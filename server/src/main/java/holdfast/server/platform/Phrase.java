package holdfast.server.platform;

import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import tools.jackson.databind.json.JsonMapper;

/**
 * What a service has to say, before it is said in anybody's language: a code and what goes into the sentence. {@link
 * Phrases} says it. Kept and sent as JSON.
 *
 * @param code a key of one of the bundles that {@link Phrases} reads
 * @param values in the order of the sentence's placeholders
 */
public record Phrase(String code, List<Value> values) {
    /** What goes into a sentence. Each kind has one component of its own name, by which JSON tells them apart. */
    @JsonTypeInfo(use = JsonTypeInfo.Id.DEDUCTION)
    public sealed interface Value {
        /** A name, a barcode, somebody's own words: the same in every language. */
        record Text(String text) implements Value {}

        /** How many. */
        record Count(long count) implements Value {}

        /** When. */
        record Time(Instant time) implements Value {}

        /** Several names. */
        record Names(List<String> names) implements Value {}

        /** A part that is itself to be said. */
        record Part(Phrase part) implements Value {}
    }

    public Phrase {
        values = List.copyOf(values);
    }

    /**
     * A phrase of plain values.
     *
     * @param values strings, whole numbers, instants, lists of strings, and phrases
     */
    public static Phrase of(String code, Object... values) {
        return new Phrase(code, Arrays.stream(values).map(Phrase::value).toList());
    }

    /** What a person wrote, or a name: said as it is. */
    public static Phrase asItIs(String text) {
        return of("as-it-is", text);
    }

    /** Several sentences as one, in their order; there is at least one. */
    public static Phrase together(List<Phrase> sentences) {
        return sentences.stream()
                .reduce((first, second) -> of("phrase.two", first, second))
                .orElseThrow();
    }

    /** As it is kept in a column. */
    public String stored() {
        return JsonMapper.shared().writeValueAsString(this);
    }

    /** From a column; what was kept as plain words is said as it is. */
    public static Phrase parse(String stored) {
        return stored.startsWith("{\"code\"") ? JsonMapper.shared().readValue(stored, Phrase.class) : asItIs(stored);
    }

    private static Value value(Object value) {
        return switch (value) {
            case String text -> new Value.Text(text);
            case Integer count -> new Value.Count(count);
            case Long count -> new Value.Count(count);
            case Instant time -> new Value.Time(time);
            case Phrase part -> new Value.Part(part);
            case List<?> names ->
                new Value.Names(names.stream().map(String::valueOf).toList());
            default -> throw new IllegalArgumentException("nothing that a phrase can say: " + value.getClass());
        };
    }
}
