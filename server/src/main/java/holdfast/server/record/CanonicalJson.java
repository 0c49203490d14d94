package holdfast.server.record;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.temporal.TemporalAccessor;
import java.time.temporal.TemporalAmount;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The one way to write a value as bytes: JSON as RFC 8785 (JCS) canonicalises it. Names are sorted by their UTF-16
 * code units; no white space; the shortest escapes; UTF-8. There are no floating-point numbers, and no whole
 * numbers beyond 2^53, which not every reader of JSON keeps exactly.
 */
final class CanonicalJson {
    private static final long EXACT = 1L << 53;

    private final StringBuilder out = new StringBuilder();

    private CanonicalJson() {}

    /** @throws IllegalArgumentException for a value of a type that has no single spelling */
    static byte[] bytes(Map<String, ?> value) {
        CanonicalJson json = new CanonicalJson();
        json.object(value);
        return json.out.toString().getBytes(StandardCharsets.UTF_8);
    }

    private void value(@Nullable Object value) {
        switch (value) {
            case null -> out.append("null");
            case Boolean b -> out.append(b);
            case Long n -> number(n);
            case Integer n -> number(n);
            case Short n -> number(n);
            case Byte n -> number(n);
            case Optional<?> o -> value(o.orElse(null));
            case Map<?, ?> map -> object(map);
            case Collection<?> list -> list(list);
            case Enum<?> e -> string(e.name());
            case CharSequence text -> string(text.toString());
            case TemporalAccessor time -> string(time.toString());
            case TemporalAmount amount -> string(amount.toString());
            case UUID id -> string(id.toString());
            case Path path -> string(path.toString());
            case Ref ref -> string(ref.toString());
            case Record id -> value(onlyComponent(id));
            default ->
                throw new IllegalArgumentException("a fact of type "
                        + value.getClass().getSimpleName()
                        + " has no canonical form: write it as a string or a whole number");
        }
    }

    /** An id type is written as its value. */
    private static @Nullable Object onlyComponent(Record id) {
        var components = id.getClass().getRecordComponents();
        if (components.length != 1) {
            throw new IllegalArgumentException(
                    "a fact of type " + id.getClass().getSimpleName() + " has several components: write them as a map");
        }
        try {
            var accessor = components[0].getAccessor();
            accessor.setAccessible(true);
            return accessor.invoke(id);
        } catch (ReflectiveOperationException e) {
            throw new IllegalArgumentException(
                    "a fact of type " + id.getClass().getSimpleName() + " could not be read", e);
        }
    }

    private void number(long n) {
        if (n > EXACT || n < -EXACT) {
            throw new IllegalArgumentException("the number " + n + " is beyond 2^53: write it as a string");
        }
        out.append(n);
    }

    private void object(Map<?, ?> map) {
        TreeMap<String, @Nullable Object> sorted = new TreeMap<>();
        map.forEach((name, value) -> sorted.put(name(name), value));
        if (sorted.size() != map.size()) {
            throw new IllegalArgumentException("two facts have the same name");
        }
        out.append('{');
        String comma = "";
        for (Map.Entry<String, @Nullable Object> entry : sorted.entrySet()) {
            out.append(comma);
            string(entry.getKey());
            out.append(':');
            value(entry.getValue());
            comma = ",";
        }
        out.append('}');
    }

    private static String name(Object name) {
        return switch (name) {
            case String s -> s;
            case Enum<?> e -> e.name();
            default -> name.toString();
        };
    }

    private void list(Collection<?> list) {
        out.append('[');
        String comma = "";
        for (Object item : list) {
            out.append(comma);
            value(item);
            comma = ",";
        }
        out.append(']');
    }

    private void string(String text) {
        out.append('"');
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (Character.isSurrogate(c)) {
                demandPair(text, i);
            }
            switch (c) {
                case '"' -> out.append("\\\"");
                case '\\' -> out.append("\\\\");
                case '\b' -> out.append("\\b");
                case '\f' -> out.append("\\f");
                case '\n' -> out.append("\\n");
                case '\r' -> out.append("\\r");
                case '\t' -> out.append("\\t");
                default -> {
                    if (c < 0x20) {
                        out.append("\\u%04x".formatted((int) c));
                    } else {
                        out.append(c);
                    }
                }
            }
        }
        out.append('"');
    }

    private static void demandPair(String text, int i) {
        boolean pair = Character.isHighSurrogate(text.charAt(i))
                ? i + 1 < text.length() && Character.isLowSurrogate(text.charAt(i + 1))
                : i > 0 && Character.isHighSurrogate(text.charAt(i - 1));
        if (!pair) {
            throw new IllegalArgumentException(
                    "a fact holds half a character (a lone surrogate) and cannot be written");
        }
    }
}
