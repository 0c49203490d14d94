package holdfast.bench;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.ByteArrayOutputStream;
import java.util.SplittableRandom;

/**
 * Text like that of one software project: a licence on top, lines that come again and again, and lines that do not.
 */
final class SourceText {
    private static final String[] JOINTS = {" ", " = ", ", ", "(", ".", " -> ", " + ", "_", "::", " < "};
    private static final String[] ENDS = {";", ");", " {", ",", ":", "", " */"};
    private static final int LINES = 6000;
    /** One line in so many is a new one. */
    private static final double FRESH = 0.42;

    private final Words words;
    private final byte[] licence;
    private final byte[][] lines = new byte[LINES][];
    private final double spread = Math.log(LINES + 1.0);

    SourceText(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        this.words = new Words(seed, 4000);
        for (int i = 0; i < LINES; i++) {
            lines[i] = line(random);
        }
        ByteArrayOutputStream top = new ByteArrayOutputStream();
        for (int i = random.nextInt(12); i >= 0; i--) {
            top.writeBytes((" * " + words.any(random) + " " + words.any(random) + " of " + words.any(random) + "\n")
                    .getBytes(US_ASCII));
        }
        this.licence = top.toByteArray();
    }

    /** A file of about so many bytes. */
    byte[] file(SplittableRandom random, int size) {
        ByteArrayOutputStream out = new ByteArrayOutputStream(size + 200);
        if (size > 4 * licence.length) {
            out.writeBytes(licence);
        }
        while (out.size() < size) {
            if (random.nextDouble() < FRESH) {
                out.writeBytes(line(random));
            } else {
                out.writeBytes(lines[(int) Math.exp(random.nextDouble() * spread) - 1]);
            }
        }
        return out.toByteArray();
    }

    /** Many files of a family differ in a few words only. */
    byte[] relative(SplittableRandom random, byte[] of) {
        String name = words.any(random) + random.nextInt(1000);
        byte[] own = ("// " + name + "\nexport default " + name + " = " + random.nextInt() + ";\n").getBytes(US_ASCII);
        byte[] all = java.util.Arrays.copyOf(own, own.length + of.length);
        System.arraycopy(of, 0, all, own.length, of.length);
        return all;
    }

    private byte[] line(SplittableRandom random) {
        StringBuilder line = new StringBuilder(80);
        line.append("\t".repeat(random.nextInt(4)));
        for (int i = random.nextInt(1, 8); i >= 0; i--) {
            line.append(words.any(random));
            if (random.nextInt(12) == 0) {
                line.append("0x").append(Integer.toHexString(random.nextInt(1 << 20)));
            }
            line.append(i == 0 ? ENDS[random.nextInt(ENDS.length)] : JOINTS[random.nextInt(JOINTS.length)]);
        }
        return line.append('\n').toString().getBytes(US_ASCII);
    }
}
