package holdfast.server.paper;

import java.text.BreakIterator;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;

/**
 * Cuts text into lines that fit a width. Breaks at spaces, and between Chinese characters by the rules of {@link
 * BreakIterator} (none begins with closing punctuation). Belongs to one document and one thread.
 */
final class Typesetter {
    /** Printed for a character that no face has (geta mark, 〓): visible, and listed by {@link #missing}. */
    private static final int GETA = 0x3013;

    private final Faces faces;
    private final Set<String> missing = new TreeSet<>();

    Typesetter(Faces faces) {
        this.faces = faces;
    }

    /** The characters asked for that no face has. */
    Set<String> missing() {
        return Set.copyOf(missing);
    }

    List<TextLine> wrap(String text, Ink ink, float width) {
        List<TextLine> lines = new ArrayList<>();
        for (String paragraph : text.split("\n", -1)) {
            wrapParagraph(paragraph, ink, width, lines);
        }
        return lines;
    }

    /** One line, however long. */
    TextLine line(String text, Ink ink) {
        Faces.Weight weight = ink.bold() ? Faces.Weight.BOLD : Faces.Weight.REGULAR;
        List<TextLine.Run> runs = new ArrayList<>();
        StringBuilder run = new StringBuilder();
        Face current = faces.latin;
        float width = 0;
        float runWidth = 0;
        for (int i = 0; i < text.length(); ) {
            int asked = text.codePointAt(i);
            i += Character.charCount(asked);
            int shown = shown(asked, weight);
            Face face = faces.of(shown, weight);
            if (face != current && !run.isEmpty()) {
                runs.add(run(current, run, weight, runWidth));
                run.setLength(0);
                runWidth = 0;
            }
            current = face;
            run.appendCodePoint(shown);
            float w = face.width(shown) * ink.size() / 1000f;
            runWidth += w;
            width += w;
        }
        if (!run.isEmpty()) {
            runs.add(run(current, run, weight, runWidth));
        }
        return new TextLine(runs, width);
    }

    private TextLine.Run run(Face face, StringBuilder text, Faces.Weight weight, float width) {
        boolean thickened = weight == Faces.Weight.BOLD && face == faces.chinese;
        return new TextLine.Run(face, text.toString(), thickened, width);
    }

    private int shown(int codePoint, Faces.Weight weight) {
        if (Character.isISOControl(codePoint)) {
            return ' ';
        }
        if (faces.of(codePoint, weight).has(codePoint)) {
            return codePoint;
        }
        missing.add(Character.toString(codePoint));
        return GETA;
    }

    private float widthOf(String text, Ink ink) {
        Faces.Weight weight = ink.bold() ? Faces.Weight.BOLD : Faces.Weight.REGULAR;
        float width = 0;
        for (int i = 0; i < text.length(); ) {
            int shown = shown(text.codePointAt(i), weight);
            width += faces.of(shown, weight).width(shown);
            i += Character.charCount(text.codePointAt(i));
        }
        return width * ink.size() / 1000f;
    }

    private void wrapParagraph(String text, Ink ink, float width, List<TextLine> lines) {
        if (widthOf(text, ink) <= width) {
            lines.add(line(text, ink));
            return;
        }
        BreakIterator breaks = BreakIterator.getLineInstance(Locale.ROOT);
        breaks.setText(text);
        int start = 0;
        int fits = 0;
        for (int next = breaks.next(); next != BreakIterator.DONE; next = breaks.next()) {
            if (widthOf(text.substring(start, next).stripTrailing(), ink) > width) {
                if (fits > start) {
                    lines.add(line(text.substring(start, fits).stripTrailing(), ink));
                    start = fits;
                }
                start = cutLongWord(text, start, next, ink, width, lines);
            }
            fits = next;
        }
        if (start < text.length()) {
            lines.add(line(text.substring(start).stripTrailing(), ink));
        }
    }

    /** A word wider than the column (a hash, an address) is cut where the column ends. Returns where the rest starts. */
    private int cutLongWord(String text, int start, int end, Ink ink, float width, List<TextLine> lines) {
        int from = start;
        while (widthOf(text.substring(from, end).stripTrailing(), ink) > width) {
            int to = from + 1;
            while (to < end && widthOf(text.substring(from, to + 1), ink) <= width) {
                to++;
            }
            lines.add(line(text.substring(from, to), ink));
            from = to;
        }
        return from;
    }
}
