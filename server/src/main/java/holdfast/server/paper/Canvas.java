package holdfast.server.paper;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.graphics.state.RenderingMode;

/**
 * Something to draw on: a page, or a {@link Stencil} that is drawn once and stamped on many pages. Distances are points
 * from the <em>top left</em> corner of an A4 sheet, {@link #WIDTH} by {@link #HEIGHT}. Not thread-safe.
 */
public final class Canvas implements AutoCloseable {
    /** The width of A4 in points. */
    public static final float WIDTH = 595.28f;
    /** The height of A4 in points. */
    public static final float HEIGHT = 841.89f;

    private final PDPageContentStream stream;
    private final Typesetter typesetter;

    Canvas(PDPageContentStream stream, Typesetter typesetter) {
        this.stream = stream;
        this.typesetter = typesetter;
    }

    /** Draws text that wraps at {@code width}, its top at {@code top}; returns the bottom. */
    public float text(String text, float left, float top, float width, Ink ink) {
        return lines(typesetter.wrap(text, ink, width), left, top, ink);
    }

    /** The height that {@link #text} would take. */
    public float heightOf(String text, float width, Ink ink) {
        return typesetter.wrap(text, ink, width).size() * ink.leading();
    }

    /** One line centred between two edges; returns the bottom. */
    public float centred(String text, float left, float right, float top, Ink ink) {
        TextLine line = typesetter.line(text, ink);
        return lines(List.of(line), left + (right - left - line.width()) / 2, top, ink);
    }

    /** One line that ends at {@code right}; returns the bottom. */
    public float flushRight(String text, float right, float top, Ink ink) {
        TextLine line = typesetter.line(text, ink);
        return lines(List.of(line), right - line.width(), top, ink);
    }

    /** A horizontal hairline. */
    public void rule(float left, float right, float y, float thickness, int rgb) {
        box(left, y - thickness / 2, right - left, thickness, rgb);
    }

    /** A filled rectangle. */
    public void box(float left, float top, float width, float height, int rgb) {
        draw(() -> {
            colour(rgb);
            stream.addRect(left, HEIGHT - top - height, width, height);
            stream.fill();
        });
    }

    /** The outline of a rectangle, dashed: something is to be filled in here, in black and white too. */
    public void dashedFrame(float left, float top, float width, float height, int rgb) {
        draw(() -> {
            stream.setStrokingColor(part(rgb, 16), part(rgb, 8), part(rgb, 0));
            stream.setLineWidth(0.7f);
            stream.setLineDashPattern(new float[] {2.5f, 2f}, 0);
            stream.addRect(left, HEIGHT - top - height, width, height);
            stream.stroke();
            stream.setLineDashPattern(new float[] {}, 0);
        });
    }

    /** The outline of a rectangle. */
    public void frame(float left, float top, float width, float height, int rgb) {
        draw(() -> {
            stream.setStrokingColor(part(rgb, 16), part(rgb, 8), part(rgb, 0));
            stream.setLineWidth(0.7f);
            stream.addRect(left, HEIGHT - top - height, width, height);
            stream.stroke();
        });
    }

    /** A cross in a square box. */
    public void cross(float left, float top, float size, int rgb) {
        draw(() -> {
            stream.setStrokingColor(part(rgb, 16), part(rgb, 8), part(rgb, 0));
            stream.setLineWidth(1.1f);
            stream.moveTo(left + 1.5f, HEIGHT - top - 1.5f);
            stream.lineTo(left + size - 1.5f, HEIGHT - top - size + 1.5f);
            stream.moveTo(left + size - 1.5f, HEIGHT - top - 1.5f);
            stream.lineTo(left + 1.5f, HEIGHT - top - size + 1.5f);
            stream.stroke();
        });
    }

    private float lines(List<TextLine> lines, float left, float top, Ink ink) {
        float y = top;
        for (TextLine line : lines) {
            // The letters stand in the middle of their leading.
            float baseline = HEIGHT - (y + (ink.leading() - ink.size()) / 2 + ink.size() * 0.86f);
            draw(() -> show(line, left, baseline, ink));
            y += ink.leading();
        }
        return y;
    }

    private void show(TextLine line, float left, float baseline, Ink ink) throws IOException {
        if (line.runs().isEmpty()) {
            return;
        }
        stream.beginText();
        colour(ink.rgb());
        stream.newLineAtOffset(left, baseline);
        boolean thick = false;
        for (TextLine.Run run : line.runs()) {
            if (run.thickened() != thick) {
                thick = run.thickened();
                stream.setRenderingMode(thick ? RenderingMode.FILL_STROKE : RenderingMode.FILL);
                stream.setStrokingColor(part(ink.rgb(), 16), part(ink.rgb(), 8), part(ink.rgb(), 0));
                stream.setLineWidth(ink.size() * 0.035f);
            }
            stream.setFont(run.face().font, ink.size());
            stream.showText(run.text());
        }
        if (thick) {
            stream.setRenderingMode(RenderingMode.FILL);
        }
        stream.endText();
    }

    /** Stamps a stencil over the whole page. */
    public void stamp(Stencil stencil) {
        draw(() -> stream.drawForm(stencil.form()));
    }

    private void colour(int rgb) throws IOException {
        stream.setNonStrokingColor(part(rgb, 16), part(rgb, 8), part(rgb, 0));
    }

    private static float part(int rgb, int shift) {
        return (rgb >> shift & 0xff) / 255f;
    }

    private interface Strokes {
        void draw() throws IOException;
    }

    private static void draw(Strokes strokes) {
        try {
            strokes.draw();
        } catch (IOException e) {
            throw new UncheckedIOException("a page cannot be drawn", e);
        }
    }

    /** Finishes the page. */
    @Override
    public void close() {
        draw(stream::close);
    }
}
