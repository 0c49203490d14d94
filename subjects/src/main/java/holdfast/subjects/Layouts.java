package holdfast.subjects;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;

/** From a header and a mapping to a {@link Layout}. */
final class Layouts {
    private final List<String> header;
    private final Mapping mapping;
    private final Map<Column, List<Integer>> found = new EnumMap<>(Column.class);

    private Layouts(List<String> header, Mapping mapping) {
        this.header = header.stream().map(Layouts::normal).toList();
        this.mapping = mapping;
    }

    /**
     * The layout of a register with this header.
     *
     * @throws RegisterException if the mapping names a column that is not there, or no column tells who a row
     *     is about
     */
    static Layout of(List<String> header, char delimiter, RegisterSpec spec) throws RegisterException {
        return new Layouts(header, spec.mapping()).layout(delimiter, spec);
    }

    /** A column's name as it is compared: NFKC, lower case, one underscore for blanks, dots and hyphens. */
    static String normal(String name) {
        return Normalizer.normalize(name, Normalizer.Form.NFKC)
                .strip()
                .toLowerCase(Locale.ROOT)
                .replaceAll("[\\s_.-]+", "_");
    }

    private Layout layout(char delimiter, RegisterSpec spec) throws RegisterException {
        for (Map.Entry<Column, List<String>> said : mapping.columns().entrySet()) {
            found.put(said.getKey(), positions(said.getKey(), said.getValue()));
        }
        HeaderWords.ONE_OF.forEach(this::detectOneOf);
        HeaderWords.TOGETHER.forEach(this::detectTogether);
        detect(Column.IGNORE, all(HeaderWords.IGNORED));
        boolean named = found.containsKey(Column.ID)
                || found.containsKey(Column.EMAIL)
                || (found.containsKey(Column.NAME) && found.containsKey(Column.ADDRESS));
        if (!named) {
            throw new RegisterException("of the " + header.size() + " columns in its first line none is known as an"
                    + " id, an e-mail address, or name and address: is the header missing? A mapping can name them"
                    + " (id = <column>)");
        }
        String category = spec.defaultCategory();
        List<String> kinds =
                IntStream.range(0, header.size()).mapToObj(this::kindOf).toList();
        return new Layout(delimiter, found, kinds, spec.kinds(), mapping.scope().orElse(category), category);
    }

    private List<Integer> positions(Column column, List<String> names) throws RegisterException {
        List<Integer> positions = new ArrayList<>();
        for (String name : names) {
            int position = header.indexOf(normal(name));
            if (position < 0) {
                throw new RegisterException(
                        "the mapping says " + column.word() + " = " + name + ", but the header has no such column");
            }
            positions.add(position);
        }
        return List.copyOf(positions);
    }

    private void detectOneOf(Column column, List<String> words) {
        words.stream()
                .map(header::indexOf)
                .filter(position -> position >= 0)
                .findFirst()
                .ifPresent(position -> detect(column, List.of(position)));
    }

    private void detectTogether(Column column, List<List<String>> groups) {
        groups.stream()
                .map(this::all)
                .filter(positions -> !positions.isEmpty())
                .findFirst()
                .ifPresent(positions -> detect(column, positions));
    }

    private List<Integer> all(List<String> words) {
        return IntStream.range(0, header.size())
                .filter(i -> words.contains(header.get(i)))
                .boxed()
                .toList();
    }

    /** What the mapping says stands, and a column is only one thing. */
    private void detect(Column column, List<Integer> positions) {
        List<Integer> free = positions.stream().filter(this::isFree).toList();
        if (!free.isEmpty()) {
            found.putIfAbsent(column, free);
        }
    }

    private boolean isFree(int position) {
        return found.values().stream().noneMatch(taken -> taken.contains(position));
    }

    private String kindOf(int position) {
        String name = header.get(position);
        String said = mapping.kinds().get(name);
        if (said != null) {
            return said;
        }
        for (Map.Entry<Column, List<Integer>> column : found.entrySet()) {
            if (column.getValue().contains(position)) {
                return kindOf(column.getKey(), name);
            }
        }
        return HeaderWords.KINDS.stream()
                .filter(kind -> name.contains(kind.getKey()))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse(name);
    }

    private static String kindOf(Column column, String name) {
        return switch (column) {
            case ID -> isIdentityCard(name) ? Kinds.IDENTITY_NUMBER : Kinds.REFERENCE_NUMBER;
            case NAME, NAME_ZH -> Kinds.NAME;
            case EMAIL -> Kinds.EMAIL;
            case PHONE -> Kinds.TELEPHONE;
            case ADDRESS, ADDRESS_ZH -> Kinds.ADDRESS;
            case LANGUAGE, CATEGORY, IGNORE -> "";
        };
    }

    private static boolean isIdentityCard(String name) {
        return name.contains("hkid")
                || name.contains("hkic")
                || name.contains("identity")
                || name.contains("證")
                || name.contains("national")
                || name.contains("passport")
                || name.equals("ssn");
    }
}
