package holdfast.vault.recover;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Arrays;
import java.util.Random;

/** Data of different natures, so that every way of coding occurs: words, few symbols, noise, runs, repeats, records. */
final class Samples {
    static final int KINDS = 6;

    private Samples() {}

    static byte[] of(int kind, Random random, int length) {
        return switch (kind) {
            case 0 -> words(random, length);
            case 1 -> skewed(random, length);
            case 2 -> noise(random, length);
            case 3 -> runs(random, length);
            case 4 -> repeats(random, length);
            default -> records(random, length);
        };
    }

    private static byte[] words(Random random, int length) {
        StringBuilder text = new StringBuilder();
        while (text.length() < length) {
            int word = (int) Math.abs(random.nextGaussian() * 400);
            text.append(Integer.toString(word * 7919, 36)).append(random.nextInt(9) == 0 ? ".\n" : " ");
        }
        return Arrays.copyOf(text.toString().getBytes(UTF_8), length);
    }

    private static byte[] skewed(Random random, int length) {
        byte[] bytes = new byte[length];
        for (int i = 0; i < length; i++) {
            bytes[i] = (byte) (random.nextGaussian() * 6);
        }
        return bytes;
    }

    private static byte[] noise(Random random, int length) {
        byte[] bytes = new byte[length];
        random.nextBytes(bytes);
        return bytes;
    }

    private static byte[] runs(Random random, int length) {
        byte[] bytes = new byte[length];
        for (int at = 0; at < length; ) {
            int run = Math.min(length - at, 1 + random.nextInt(random.nextInt(5) == 0 ? 200_000 : 40));
            Arrays.fill(bytes, at, at + run, (byte) random.nextInt(3));
            at += run;
        }
        return bytes;
    }

    /** Noise, parts of which come again from far back: long matches, old offsets. */
    private static byte[] repeats(Random random, int length) {
        byte[] bytes = noise(random, length);
        for (int i = 0; i < length / 2_000; i++) {
            int size = 3 + random.nextInt(1_500);
            int from = random.nextInt(Math.max(1, length - size));
            int to = random.nextInt(Math.max(1, length - size));
            System.arraycopy(bytes, from, bytes, to, Math.min(size, length - Math.max(from, to)));
        }
        return bytes;
    }

    private static byte[] records(Random random, int length) {
        byte[] bytes = new byte[length];
        for (int i = 0; i < length; i++) {
            int column = i % 24;
            bytes[i] =
                    column < 8 ? (byte) ((i / 24) >>> (8 * (column % 4))) : column < 20 ? 0 : (byte) random.nextInt(16);
        }
        return bytes;
    }
}
