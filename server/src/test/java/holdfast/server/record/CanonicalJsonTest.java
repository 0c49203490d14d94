package holdfast.server.record;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class CanonicalJsonTest {
    private static String json(Map<String, ?> value) {
        return new String(CanonicalJson.bytes(value), UTF_8);
    }

    @Test
    void namesAreSortedAndNothingIsAddedBetween() {
        Map<String, @Nullable Object> facts = new LinkedHashMap<>();
        facts.put("b", List.of(1, 2L, true));
        facts.put("a", null);
        assertThat(json(facts)).isEqualTo("{\"a\":null,\"b\":[1,2,true]}");
    }

    /** The example of RFC 8785, section 3.2.3: sorting by UTF-16 code units. */
    @Test
    void namesSortAsRfc8785Says() {
        Map<String, Object> names = new HashMap<>();
        names.put("\u20ac", 1);
        names.put("\r", 2);
        names.put("\ufb33", 3);
        names.put("1", 4);
        names.put("\ud83d\ude00", 5);
        names.put("\u0080", 6);
        names.put("\u00f6", 7);
        assertThat(json(names))
                .isEqualTo(
                        "{\"\\r\":2,\"1\":4,\"\u0080\":6,\"\u00f6\":7,\"\u20ac\":1,\"\ud83d\ude00\":5,\"\ufb33\":3}");
    }

    @Test
    void anIdIsWrittenAsItsValue() {
        assertThat(json(Map.of("by", new ActorId("officer-a"), "on", new Ref("case", "C1"))))
                .isEqualTo("{\"by\":\"officer-a\",\"on\":\"case:C1\"}");
    }

    @Test
    void whatHasNoSingleSpellingIsRefused() {
        assertThatThrownBy(() -> json(Map.of("x", 1.5))).hasMessageContaining("no canonical form");
        assertThatThrownBy(() -> json(Map.of("x", 1L << 54))).hasMessageContaining("2^53");
        assertThatThrownBy(() -> json(Map.of("x", "\ud800"))).hasMessageContaining("lone surrogate");
    }
}
