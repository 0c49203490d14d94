package holdfast.server.secondsite.process;

import java.io.IOException;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** JSON, loaded at its first use so that a start does not wait for it. */
final class Json {
    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    private Json() {}

    static <T> T read(byte[] bytes, Class<T> type) throws IOException {
        try {
            return MAPPER.readValue(bytes, type);
        } catch (JacksonException e) {
            throw new IOException("this is no " + type.getSimpleName() + ": " + e.getOriginalMessage(), e);
        }
    }

    static String write(Object value) {
        return MAPPER.writeValueAsString(value);
    }
}
