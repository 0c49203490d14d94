package holdfast.subjects;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Random;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;

class CsvInPiecesTest {
    private static final String[] PARTS = {
        ",", ",", ",", "\n", "\n", "\r\n", "\r", "\"", "\"", "\"\"", "a", "bc", "7", " ", "陳", "\u00e9", ";"
    };

    @Test
    void howTheBytesArriveMakesNoDifference() throws RegisterException {
        long seed = Long.getLong("holdfast.seed", 20241223);
        RandomGenerator random = new Random(seed);
        for (int round = 0; round < 400; round++) {
            byte[] bytes = soup(random).getBytes(StandardCharsets.UTF_8);
            RegisterSpec spec = RegisterSpec.of("r.csv", "x");
            Registers whole = Registers.read(bytes, bytes.length, spec);
            Registers pieces = Registers.read(bytes, 1 + random.nextInt(9), spec);

            assertThat(pieces.records).as("seed %s, round %s", seed, round).isEqualTo(whole.records);
            assertThat(pieces.broken).as("seed %s, round %s", seed, round).isEqualTo(whole.broken);
            everyByteWithTextIsInARowThatIsListed(bytes, whole);
        }
    }

    private static String soup(RandomGenerator random) {
        StringBuilder text = new StringBuilder("id,name,email\n");
        int parts = random.nextInt(120);
        for (int i = 0; i < parts; i++) {
            text.append(PARTS[random.nextInt(PARTS.length)]);
        }
        return text.append("\n1,b,c\n").toString();
    }

    /** Nothing vanishes: what no record and no broken row covers is only line ends and rows without anything. */
    static void everyByteWithTextIsInARowThatIsListed(byte[] bytes, Registers read) {
        boolean[] covered = new boolean[bytes.length];
        read.records.forEach(r -> mark(covered, r.start(), r.length()));
        read.broken.forEach(r -> mark(covered, r.start(), r.length()));
        for (int i = headerEnd(bytes); i < bytes.length; i++) {
            boolean text = bytes[i] < 0 || Character.isLetterOrDigit(bytes[i]);
            assertThat(covered[i] || !text).as("byte %s is in no row", i).isTrue();
        }
    }

    /** Behind the first row, which in these tests has no line end inside quotes. */
    private static int headerEnd(byte[] bytes) {
        boolean text = false;
        for (int i = 0; i < bytes.length; i++) {
            boolean lineEnd = bytes[i] == '\n' || bytes[i] == '\r';
            if (lineEnd && text) {
                return i;
            }
            text |= bytes[i] < 0 || Character.isLetterOrDigit(bytes[i]);
        }
        return bytes.length;
    }

    private static void mark(boolean[] covered, long start, int length) {
        for (long i = start; i < start + length; i++) {
            assertThat(covered[(int) i]).as("byte %s is in two rows", i).isFalse();
            covered[(int) i] = true;
        }
    }
}
