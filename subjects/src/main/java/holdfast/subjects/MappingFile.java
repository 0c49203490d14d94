package holdfast.subjects;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * The file behind {@code --mapping}: UTF-8 lines {@code word = value}; {@code #} begins a comment.
 *
 * <pre>
 * id = hkid                            # who a row is about
 * name = english_name
 * name-zh = chinese_name
 * email = e_mail
 * phone = tel
 * address = flat, floor, building      # several columns make one
 * address-zh = chinese_address
 * language = lang                      # en, zh-Hant, zh-Hans
 * category = role                      # a column …
 * category.value = creditor            # … or the same for every row
 * ignore = row_no, printed
 * kind.acct = bank-account             # the kind of data in a column
 * id.scope = payroll                   # ids mean the same person in all registers of this scope
 * delimiter = ;                        # or the word tab
 * </pre>
 */
public final class MappingFile {
    private final Path file;
    private final Map<Column, List<String>> columns = new EnumMap<>(Column.class);
    private final Map<String, String> kinds = new HashMap<>();
    private Optional<String> category = Optional.empty();
    private Optional<String> scope = Optional.empty();
    private Optional<Character> delimiter = Optional.empty();

    private MappingFile(Path file) {
        this.file = file;
    }

    /**
     * Reads a mapping.
     *
     * @throws RegisterException if a line is not understood; names file and line
     * @throws IOException if the file cannot be read
     */
    public static Mapping read(Path file) throws RegisterException, IOException {
        MappingFile reading = new MappingFile(file);
        List<String> lines = Files.readAllLines(file);
        for (int i = 0; i < lines.size(); i++) {
            reading.line(i + 1, lines.get(i).replaceFirst("(^|\\s)#.*", "").strip());
        }
        return new Mapping(reading.columns, reading.kinds, reading.category, reading.scope, reading.delimiter);
    }

    private void line(int number, String line) throws RegisterException {
        if (line.isEmpty()) {
            return;
        }
        int equals = line.indexOf('=');
        String word = equals < 0 ? line : line.substring(0, equals).strip().toLowerCase(Locale.ROOT);
        String value = equals < 0 ? "" : line.substring(equals + 1).strip();
        if (value.isEmpty()) {
            throw wrong(number, "expected: word = value");
        }
        if (word.startsWith("kind.")) {
            kinds.put(Layouts.normal(word.substring("kind.".length())), value);
            return;
        }
        switch (word) {
            case "category.value" -> category = Optional.of(value);
            case "id.scope" -> scope = Optional.of(value);
            case "delimiter" -> delimiter = Optional.of(delimiter(number, value));
            default -> columns.put(column(number, word), List.of(value.split("\\s*,\\s*")));
        }
    }

    private char delimiter(int number, String value) throws RegisterException {
        return switch (value) {
            case "tab" -> '\t';
            case ",", ";", "|" -> value.charAt(0);
            default -> throw wrong(number, "a delimiter is one of , ; | tab");
        };
    }

    private Column column(int number, String word) throws RegisterException {
        Optional<Column> column = Column.ofWord(word);
        if (column.isPresent()) {
            return column.get();
        }
        List<String> words = Arrays.stream(Column.values()).map(Column::word).toList();
        throw wrong(number, "'" + word + "' is none of " + words + ", category.value, id.scope, kind.…, delimiter");
    }

    private RegisterException wrong(int number, String what) {
        return new RegisterException("mapping " + file + ", line " + number + ": " + what);
    }
}
