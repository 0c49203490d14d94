package holdfast.server.drill;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** What the stages have found, one record of a type each: a later stage reads what an earlier one wrote. */
final class Outcomes {
    private final Map<Class<? extends Record>, Record> byType = new LinkedHashMap<>();

    /** @throws IllegalStateException if this kind of outcome stands already: nothing is found twice */
    void add(Record outcome) {
        if (byType.putIfAbsent(outcome.getClass(), outcome) != null) {
            throw new IllegalStateException("found twice: " + outcome.getClass().getSimpleName());
        }
    }

    /** @throws IllegalStateException if no stage has found it yet */
    <T extends Record> T get(Class<T> type) {
        return find(type).orElseThrow(() -> new IllegalStateException("not found yet: " + type.getSimpleName()));
    }

    <T extends Record> Optional<T> find(Class<T> type) {
        return Optional.ofNullable(byType.get(type)).map(type::cast);
    }
}
