package holdfast.server.paper;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.font.PDType0Font;

/**
 * The product's faces in one document: Noto Sans for Latin, Droid Sans Fallback for Chinese (both TrueType; a face with
 * CFF outlines cannot be embedded as a subset by PDFBox 3). Each is embedded once, with the glyphs that were used.
 * Belongs to one document and one thread.
 */
final class Faces {
    /** The weight in which a run is set. Droid Sans Fallback has no bold: there the strokes are thickened. */
    enum Weight {
        REGULAR,
        BOLD
    }

    final Face latin;
    final Face latinBold;
    final Face chinese;

    Faces(PDDocument document) {
        latin = load(document, "NotoSans-Regular.ttf");
        latinBold = load(document, "NotoSans-Bold.ttf");
        chinese = load(document, "DroidSansFallbackFull.ttf");
    }

    /** The face for a character: Latin first, so that figures and names look alike in all languages. */
    Face of(int codePoint, Weight weight) {
        Face first = weight == Weight.BOLD ? latinBold : latin;
        return first.has(codePoint) ? first : chinese;
    }

    private static Face load(PDDocument document, String name) {
        try (InputStream in = Faces.class.getResourceAsStream("/fonts/" + name)) {
            if (in == null) {
                throw new IllegalStateException("the font " + name + " is missing from this build");
            }
            TrueTypeFont font = new TTFParser().parse(new RandomAccessReadBuffer(in));
            // Ligatures would make the measured widths wrong and the text hard to extract.
            font.setEnableGsub(false);
            return new Face(font, PDType0Font.load(document, font, true));
        } catch (IOException e) {
            throw new UncheckedIOException("the font " + name + " of this build cannot be read", e);
        }
    }
}
