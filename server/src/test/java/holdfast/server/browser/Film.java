package holdfast.server.browser;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.MultiFormatWriter;
import com.google.zxing.WriterException;
import com.google.zxing.common.BitMatrix;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/** What a camera sees: labels one below the other on a grey table, as an uncompressed film (YUV4MPEG2). */
final class Film {
    private static final int WIDTH = 640;
    private static final int HEIGHT = 480;
    private static final int FRAMES = 4;
    private static final int MARGIN = 20;
    private static final byte TABLE = (byte) 170;
    private static final byte PAPER = (byte) 235;
    private static final byte INK = 24;

    /** @param text what the code says; one that holds no barcode of a cartridge may be any text */
    record Label(BarcodeFormat format, String text) {}

    private Film() {}

    /** Writes the film. @return {@code file} */
    static Path of(Path file, List<Label> labels) throws IOException {
        byte[] light = new byte[WIDTH * HEIGHT];
        Arrays.fill(light, TABLE);
        int room = HEIGHT / labels.size();
        for (int at = 0; at < labels.size(); at++) {
            draw(light, labels.get(at), at * room + MARGIN, room - 2 * MARGIN);
        }
        byte[] colourless = new byte[WIDTH * HEIGHT / 2];
        Arrays.fill(colourless, (byte) 128);
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file))) {
            write(out, "YUV4MPEG2 W" + WIDTH + " H" + HEIGHT + " F10:1 Ip A1:1 C420jpeg\n");
            for (int frame = 0; frame < FRAMES; frame++) {
                write(out, "FRAME\n");
                out.write(light);
                out.write(colourless);
            }
        }
        return file;
    }

    private static void draw(byte[] light, Label label, int top, int height) {
        BitMatrix code = coded(label, height);
        int left = (WIDTH - code.getWidth()) / 2;
        for (int y = 0; y < code.getHeight(); y++) {
            for (int x = 0; x < code.getWidth(); x++) {
                light[(top + y) * WIDTH + left + x] = code.get(x, y) ? INK : PAPER;
            }
        }
    }

    private static BitMatrix coded(Label label, int height) {
        try {
            return new MultiFormatWriter().encode(label.text(), label.format(), WIDTH - 2 * MARGIN, height);
        } catch (WriterException e) {
            throw new IllegalArgumentException(label + " cannot be drawn", e);
        }
    }

    private static void write(OutputStream out, String line) throws IOException {
        out.write(line.getBytes(StandardCharsets.US_ASCII));
    }
}
