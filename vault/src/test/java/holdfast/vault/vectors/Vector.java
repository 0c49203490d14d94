package holdfast.vault.vectors;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.ArrayList;
import java.util.Base64;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The golden vault with one rule broken. As a text: lines {@code field: value}, then for each object that is put its
 * name and its bytes in base64.
 *
 * @param rule what holds of every proper vault, and not of this one
 * @param expect the name of the failure, as {@code vectors/README.md} lists them
 * @param outcome what becomes of a restore of the latest snapshot
 * @param remove objects that the golden vault has and this one has not
 */
record Vector(
        String name, String rule, String expect, Outcome outcome, Collection<String> remove, Map<String, byte[]> put) {
    private static final Base64.Encoder BASE64 = Base64.getMimeEncoder(96, new byte[] {'\n'});

    enum Outcome {
        /** The vault does not open. */
        CLOSED,
        /** The snapshot that the golden vault has as its latest is restored in whole: what was put counts for nothing. */
        GOLDEN,
        /** The latest snapshot is the vector's own; of it {@code data/good} is restored and {@code data/bad} is not. */
        LOST
    }

    String text() {
        StringBuilder text = new StringBuilder();
        text.append("rule: ").append(rule).append('\n');
        text.append("expect: ").append(expect).append('\n');
        text.append("outcome: ")
                .append(outcome.name().toLowerCase(java.util.Locale.ROOT))
                .append('\n');
        remove.forEach(object -> text.append("remove: ").append(object).append('\n'));
        put.forEach((object, bytes) -> text.append("put: ")
                .append(object)
                .append('\n')
                .append(BASE64.encodeToString(bytes))
                .append('\n'));
        return text.toString();
    }

    @Override
    public String toString() {
        return name;
    }

    static Vector parse(String name, String text) {
        Map<String, String> fields = new TreeMap<>();
        List<String> remove = new ArrayList<>();
        Map<String, byte[]> put = new TreeMap<>();
        StringBuilder bytes = new StringBuilder();
        String object = "";
        for (String line : text.lines().toList().reversed()) {
            int colon = line.indexOf(": ");
            String value = line.substring(colon + 2);
            if (colon < 0) {
                bytes.insert(0, line);
            } else if (line.startsWith("put: ")) {
                object = value;
                put.put(object, Base64.getDecoder().decode(bytes.toString().getBytes(UTF_8)));
                bytes.setLength(0);
            } else if (line.startsWith("remove: ")) {
                remove.addFirst(value);
            } else {
                fields.put(line.substring(0, colon), value);
            }
        }
        Outcome outcome = Outcome.valueOf(fields.getOrDefault("outcome", "").toUpperCase(java.util.Locale.ROOT));
        return new Vector(
                name, fields.getOrDefault("rule", ""), fields.getOrDefault("expect", ""), outcome, remove, put);
    }
}
