package holdfast.server.paper;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Map;
import org.apache.fontbox.ttf.CmapLookup;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.pdmodel.font.PDType0Font;

/** One typeface in one document: which characters it has, and how wide they are. */
final class Face {
    final PDType0Font font;
    private final CmapLookup characters;
    private final Map<Integer, Float> widths = new HashMap<>();

    Face(TrueTypeFont outlines, PDType0Font font) throws IOException {
        this.font = font;
        this.characters = outlines.getUnicodeCmapLookup();
    }

    boolean has(int codePoint) {
        return characters.getGlyphId(codePoint) != 0;
    }

    /** The width in thousandths of the size. */
    float width(int codePoint) {
        return widths.computeIfAbsent(codePoint, this::measured);
    }

    private float measured(int codePoint) {
        try {
            return has(codePoint) ? font.getStringWidth(Character.toString(codePoint)) : 1000f;
        } catch (IOException e) {
            throw new UncheckedIOException("a glyph's width cannot be read from the font", e);
        }
    }
}
