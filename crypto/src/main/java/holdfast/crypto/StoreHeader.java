package holdfast.crypto;

import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * The file {@code store} of a file key store: what is needed to derive its keys from the master secret, and to
 * recognise a wrong one.
 *
 * @param kind {@code passphrase} or {@code key-file}
 * @param argon how a passphrase is stretched; unused with a key file
 * @param id in hexadecimal: 16 random bytes, bound into every sealed key
 * @param salt in hexadecimal: 32 random bytes for the derivation
 * @param check in hexadecimal: 32 bytes that only the right master secret derives
 */
record StoreHeader(String name, String kind, Argon2id argon, String id, String salt, String check) {
    static final String MAGIC = "holdfast-keystore 1";

    String text() {
        return String.join(
                "\n",
                MAGIC,
                "name " + name,
                "master " + kind,
                "argon2id " + argon.memoryKib() + " " + argon.passes() + " " + argon.lanes(),
                "id " + id,
                "salt " + salt,
                "check " + check,
                "");
    }

    static StoreHeader parse(String text, String where) {
        List<String> lines = text.lines().toList();
        if (lines.isEmpty() || !lines.getFirst().startsWith("holdfast-keystore ")) {
            throw new IllegalStateException(where + " is no Holdfast key store");
        }
        if (!lines.getFirst().equals(MAGIC)) {
            throw new IllegalStateException(where + " has the format '" + lines.getFirst()
                    + "', which this program does not know; it reads '" + MAGIC + "'");
        }
        Map<String, String> fields = lines.stream()
                .skip(1)
                .map(line -> line.split(" ", 2))
                .filter(pair -> pair.length == 2)
                .collect(Collectors.toMap(pair -> pair[0], pair -> pair[1], (first, _) -> first));
        try {
            return new StoreHeader(
                    field(fields, "name", where),
                    field(fields, "master", where),
                    argon(field(fields, "argon2id", where)),
                    hex(field(fields, "id", where)),
                    hex(field(fields, "salt", where)),
                    hex(field(fields, "check", where)));
        } catch (IllegalArgumentException e) {
            throw new IllegalStateException(where + " is damaged: " + e.getMessage(), e);
        }
    }

    private static String hex(String digits) {
        return HexFormat.of().formatHex(HexFormat.of().parseHex(digits));
    }

    private static Argon2id argon(String text) {
        int[] numbers =
                Arrays.stream(text.split(" ", -1)).mapToInt(Integer::parseInt).toArray();
        if (numbers.length != 3) {
            throw new IllegalArgumentException("argon2id has three numbers");
        }
        return new Argon2id(numbers[0], numbers[1], numbers[2]);
    }

    private static String field(Map<String, String> fields, String name, String where) {
        String value = fields.get(name);
        if (value == null) {
            throw new IllegalStateException(where + " is damaged: it has no line '" + name + "'");
        }
        return value;
    }
}
