package holdfast.subjects.index;

import holdfast.subjects.Column;
import holdfast.subjects.Layout;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Where each record of a snapshot's registers lies; ordinals are those of the {@link PersonIndex} beside it.
 *
 * <p>Version 1: {@code HFPLACES} 01, then each with its count before it: registers (file, delimiter, columns by
 * their words, kinds of the columns, kinds of every record, scope, category), each with its records (bytes from
 * the end of the last record to the start of this, length, ordinal).
 *
 * @param registers in the order of the backup
 */
public record RecordPlaces(List<RegisterPlaces> registers) {
    /** The name of its attachment beside the snapshot. */
    public static final String ATTACHMENT = "subjects/places";

    private static final String MAGIC = "HFPLACES";
    private static final int VERSION = 1;

    public RecordPlaces {
        registers = List.copyOf(registers);
    }

    byte[] encode() {
        Writing out = new Writing(MAGIC, VERSION);
        out.number(registers.size());
        for (RegisterPlaces places : registers) {
            out.text(places.file());
            writeLayout(out, places.layout());
            out.number(places.size());
            long end = 0;
            for (int i = 0; i < places.size(); i++) {
                out.number(places.start(i) - end).number(places.length(i)).number(places.ordinal(i));
                end = places.start(i) + places.length(i);
            }
        }
        return out.bytes();
    }

    /**
     * Reads an attachment.
     *
     * @throws IndexFormatException if the bytes are none of this version
     */
    public static RecordPlaces decode(byte[] bytes) throws IndexFormatException {
        Reading in = new Reading(bytes, MAGIC, VERSION, "record places");
        int count = in.count(2);
        List<RegisterPlaces> registers = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            registers.add(readRegister(in, in.text(), readLayout(in)));
        }
        in.end();
        return new RecordPlaces(registers);
    }

    private static RegisterPlaces readRegister(Reading in, String file, Layout layout) throws IndexFormatException {
        int records = in.count(3);
        RegisterPlaces.Collector places = new RegisterPlaces.Collector();
        long end = 0;
        for (int i = 0; i < records; i++) {
            long start = end + in.number();
            int length = in.smallNumber();
            end = start + length;
            if (start < 0 || end < start) {
                throw in.damaged("a record lies nowhere");
            }
            places.add(start, length, in.smallNumber());
        }
        return places.done(file, layout);
    }

    private static void writeLayout(Writing out, Layout layout) {
        out.number(layout.delimiter());
        out.number(layout.columns().size());
        new TreeMap<>(layout.columns()).forEach((column, positions) -> {
            out.text(column.word()).number(positions.size());
            positions.forEach(out::number);
        });
        out.texts(layout.kinds()).texts(layout.always().stream().sorted().toList());
        out.text(layout.scope()).text(layout.category());
    }

    private static Layout readLayout(Reading in) throws IndexFormatException {
        char delimiter = (char) in.below(128);
        int count = in.count(2);
        Map<Column, List<Integer>> columns = new EnumMap<>(Column.class);
        for (int i = 0; i < count; i++) {
            String word = in.text();
            Column column = Column.ofWord(word).orElseThrow(() -> in.damaged("an unknown kind of column"));
            int positions = in.count(1);
            List<Integer> at = new ArrayList<>(positions);
            for (int j = 0; j < positions; j++) {
                at.add(in.smallNumber());
            }
            columns.put(column, List.copyOf(at));
        }
        List<String> kinds = in.texts();
        Layout layout = new Layout(delimiter, columns, kinds, Set.copyOf(in.texts()), in.text(), in.text());
        if (columns.values().stream().flatMap(List::stream).anyMatch(position -> position >= kinds.size())) {
            throw in.damaged("a column lies nowhere");
        }
        return layout;
    }
}
