package holdfast.subjects.index;

import holdfast.subjects.Layout;
import java.util.Arrays;

/**
 * Where the records of one register lie: record {@code i} has {@code length(i)} bytes from {@code start(i)} and
 * is about the person of {@code ordinal(i)}; in the order of the file.
 */
public final class RegisterPlaces {
    private final String file;
    private final Layout layout;
    private final long[] starts;
    private final int[] lengths;
    private final int[] ordinals;

    RegisterPlaces(String file, Layout layout, long[] starts, int[] lengths, int[] ordinals) {
        this.file = file;
        this.layout = layout;
        this.starts = starts;
        this.lengths = lengths;
        this.ordinals = ordinals;
    }

    /** The register's path in the backup, as {@link holdfast.vault.model.FilePath#toString} gives it. */
    public String file() {
        return file;
    }

    /** How its records are read. */
    public Layout layout() {
        return layout;
    }

    public int size() {
        return starts.length;
    }

    public long start(int i) {
        return starts[i];
    }

    public int length(int i) {
        return lengths[i];
    }

    public int ordinal(int i) {
        return ordinals[i];
    }

    /** Collects places while a register is read. */
    static final class Collector {
        private long[] starts = new long[1024];
        private int[] lengths = new int[1024];
        private int[] ordinals = new int[1024];
        private int size;

        void add(long start, int length, int ordinal) {
            if (size == starts.length) {
                starts = Arrays.copyOf(starts, 2 * size);
                lengths = Arrays.copyOf(lengths, 2 * size);
                ordinals = Arrays.copyOf(ordinals, 2 * size);
            }
            starts[size] = start;
            lengths[size] = length;
            ordinals[size++] = ordinal;
        }

        RegisterPlaces done(String file, Layout layout) {
            return new RegisterPlaces(
                    file,
                    layout,
                    Arrays.copyOf(starts, size),
                    Arrays.copyOf(lengths, size),
                    Arrays.copyOf(ordinals, size));
        }
    }
}
