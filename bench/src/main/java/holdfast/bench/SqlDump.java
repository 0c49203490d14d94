package holdfast.bench;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.SplittableRandom;

/**
 * A dump of personal records (nobody in it exists), about 215 bytes a row. Version 1; version 2, in which 1 % of
 * the rows changed in 120 runs and 0.05 % were put in between at 30 places; version 3, in which each row changed with
 * a chance of 1 %, the worst case for any way of cutting.
 */
final class SqlDump {
    private static final int ROW_BYTES = 215;
    private static final int ROWS_A_STATEMENT = 4000;
    private static final int RUNS = 120;
    private static final int BURSTS = 30;

    private final Words names = new Words(11, 6000);
    private final Words places = new Words(12, 4000);
    private final Words notes = new Words(13, 3000);
    private final int rows;
    private final int runEvery;
    private final int runLength;

    private SqlDump(long bytes) {
        this.rows = (int) (bytes / ROW_BYTES);
        this.runEvery = rows / RUNS;
        this.runLength = Math.max(1, runEvery / 100);
    }

    static void make(Path folder, long bytes) throws IOException {
        for (int version = 1; version <= 3; version++) {
            Path file = Files.createDirectories(folder.resolve("v" + version)).resolve("dump.sql");
            try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file), 1 << 20)) {
                new SqlDump(bytes).write(out, version);
            }
        }
    }

    private void write(OutputStream out, int version) throws IOException {
        StringBuilder row = new StringBuilder(400);
        for (int i = 0; i < rows; i++) {
            if (i % ROWS_A_STATEMENT == 0) {
                out.write("INSERT INTO person VALUES\n".getBytes(US_ASCII));
            }
            if (version == 2 && i % (rows / BURSTS) == BURSTS) {
                for (int k = rows / 2000 / BURSTS; k >= 0; k--) {
                    append(row, out, 1_000_000_000L + i + k, 5);
                }
            }
            append(row, out, i, changed(version, i) ? version : 1);
        }
    }

    private boolean changed(int version, int row) {
        return switch (version) {
            case 2 -> {
                int start = new SplittableRandom(row / runEvery).nextInt(Math.max(1, runEvery - runLength));
                int at = row % runEvery;
                yield at >= start && at < start + runLength;
            }
            case 3 -> new SplittableRandom(31L * row + 17).nextInt(100) == 0;
            default -> false;
        };
    }

    /** A row by its number and generation: the same in every version in which it did not change. */
    private void append(StringBuilder row, OutputStream out, long id, int generation) throws IOException {
        SplittableRandom r = new SplittableRandom(id * 8 + generation);
        String first = names.any(r);
        String last = names.any(r);
        row.setLength(0);
        row.append('(').append(id).append(",'").append(first).append("','").append(last).append("','");
        row.append(first).append('.').append(last).append(r.nextInt(1000)).append('@');
        row.append(places.any(r)).append(".example','19").append(r.nextInt(20, 84)).append('-');
        row.append(r.nextInt(1, 13)).append('-').append(r.nextInt(1, 29)).append("','+852 ");
        row.append(r.nextInt(20_000_000, 99_999_999)).append("','").append(places.any(r)).append(" Road ");
        row.append(r.nextInt(1, 400)).append("','").append(places.any(r)).append("','HK");
        row.append(String.valueOf(r.nextLong() >>> 4)).append("','");
        row.append(hex(r.nextLong())).append(hex(r.nextLong())).append("',");
        row.append(r.nextInt(20_000)).append('.').append(r.nextInt(10, 100)).append(",'");
        for (int i = r.nextInt(4) == 0 ? 0 : r.nextInt(9); i > 0; i--) {
            row.append(notes.any(r)).append(' ');
        }
        row.append("',").append(r.nextBoolean() ? "NULL" : "'2026-0" + r.nextInt(1, 10) + "-11 08:" + r.nextInt(10, 60));
        row.append("'),\n");
        out.write(row.toString().getBytes(US_ASCII));
    }

    private static String hex(long value) {
        return java.util.HexFormat.of().toHexDigits(value);
    }
}
