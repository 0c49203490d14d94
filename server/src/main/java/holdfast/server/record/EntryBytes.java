package holdfast.server.record;

import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import tools.jackson.core.JacksonException;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * An entry as the ledger holds it: canonical JSON with {@code about, act, actor, at, facts, id, v}, where
 * {@code v} is {@value #VERSION}. Reading is for display; whoever verifies takes the bytes as they are.
 */
final class EntryBytes {
    static final int VERSION = 1;
    private static final int MAX = 0xffff;
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.USE_LONG_FOR_INTS)
            .build();

    private EntryBytes() {}

    static byte[] encode(EntryId id, Instant at, ActorId actor, String act, Map<String, ?> facts, List<Ref> about) {
        Names.demandAct(act);
        Map<String, Object> entry = new LinkedHashMap<>();
        entry.put("about", about);
        entry.put("act", act);
        entry.put("actor", actor);
        entry.put("at", at);
        entry.put("facts", facts);
        entry.put("id", id);
        entry.put("v", VERSION);
        byte[] bytes = CanonicalJson.bytes(entry);
        if (bytes.length > MAX) {
            throw new IllegalArgumentException("the entry '" + act + "' has " + bytes.length
                    + " bytes, and the ledger takes 65535: record a digest of what is large");
        }
        return bytes;
    }

    static EntryId id(byte[] bytes) {
        return EntryId.parse(String.valueOf(map(bytes).get("id")));
    }

    static Entry decode(byte[] bytes, OptionalLong index, Proof proof) {
        Map<String, Object> entry = map(bytes);
        @SuppressWarnings("unchecked")
        Map<String, Object> facts = (Map<String, Object>) part(entry, "facts");
        List<Ref> about = ((List<?>) part(entry, "about"))
                .stream().map(ref -> Ref.parse(String.valueOf(ref))).toList();
        return new Entry(
                EntryId.parse(part(entry, "id").toString()),
                index,
                Instant.parse(part(entry, "at").toString()),
                new ActorId(part(entry, "actor").toString()),
                part(entry, "act").toString(),
                facts,
                about,
                proof);
    }

    private static Object part(Map<String, Object> entry, String name) {
        Object part = entry.get(name);
        if (part == null) {
            throw new IllegalArgumentException("an entry of the record has no '" + name + "'");
        }
        return part;
    }

    private static Map<String, Object> map(byte[] bytes) {
        try {
            return JSON.readValue(bytes, new TypeReference<>() {});
        } catch (JacksonException e) {
            throw new IllegalArgumentException(
                    "an entry of the record is not JSON: " + bytes.length + " bytes, hash " + Arrays.hashCode(bytes),
                    e);
        }
    }
}
