package holdfast.server.custody;

import holdfast.server.media.CaseId;
import holdfast.server.media.SealNumber;
import java.util.Map;
import java.util.TreeMap;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** JSON of which there is one form: names sorted, no spaces. Only maps, lists, strings, whole numbers and booleans. */
final class Canonical {

    private static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
            .build();

    private Canonical() {}

    static String json(Map<String, ?> values) {
        return MAPPER.writeValueAsString(values);
    }

    static Map<String, String> seals(Map<CaseId, SealNumber> seals) {
        Map<String, String> sorted = new TreeMap<>();
        seals.forEach((box, seal) -> sorted.put(box.value(), seal.value()));
        return sorted;
    }
}
