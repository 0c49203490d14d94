package holdfast.vault.restore;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Finds what need not be written into a new file, because a file reads as zeros where nothing was written. */
final class Holes {
    private static final byte[] ZEROS = new byte[16 << 10];

    private Holes() {}

    /** A part that has to be written. */
    record Run(int from, int length) {}

    /** What is left without blocks of zeros; a hole smaller than 16 KiB is not worth a call of the system. */
    static List<Run> runs(byte[] bytes, int from, int length) {
        List<Run> runs = new ArrayList<>();
        int end = from + length;
        int start = from;
        for (int at = from; at < end; at += ZEROS.length) {
            int block = Math.min(ZEROS.length, end - at);
            if (Arrays.equals(bytes, at, at + block, ZEROS, 0, block)) {
                add(runs, start, at);
                start = at + block;
            }
        }
        add(runs, start, end);
        return runs;
    }

    private static void add(List<Run> runs, int from, int to) {
        if (to > from) {
            runs.add(new Run(from, to - from));
        }
    }
}
