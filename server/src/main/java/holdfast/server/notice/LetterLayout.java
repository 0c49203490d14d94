package holdfast.server.notice;

import holdfast.server.paper.Canvas;
import holdfast.server.paper.Document;
import holdfast.server.paper.Ink;
import holdfast.server.platform.Invalid;
import java.util.ArrayList;
import java.util.List;

/**
 * Where everything stands on a letter of one page: the address in the window of a DL envelope, references on the right,
 * paragraphs numbered from the second, the reader's reference at the foot. The size of the type is the largest with which
 * the text fits.
 */
final class LetterLayout {
    private static final float LEFT = 68;
    private static final float RIGHT = Canvas.WIDTH - 62;
    private static final float WINDOW_TOP = 132;
    private static final float WINDOW_WIDTH = 250;
    private static final float BODY_TOP = 232;
    private static final float BODY_BOTTOM = Canvas.HEIGHT - 74;
    private static final float NUMBER = 20;
    private static final float[] SIZES = {10.5f, 10.2f, 9.9f, 9.6f, 9.3f, 9f, 8.7f};
    private static final Ink SMALL = Ink.of(8.5f);

    /** A piece of text at its place. */
    private record Placed(String text, float left, float top, float width, Ink ink, boolean centred) {
        boolean personal() {
            return text.contains("{name}") || text.contains("{reference}");
        }
    }

    private final Wording wording;
    private final List<Placed> body;

    private LetterLayout(Wording wording, List<Placed> body) {
        this.wording = wording;
        this.body = body;
    }

    /**
     * Lays the text out.
     *
     * @throws IllegalArgumentException if it does not fit on a page in the smallest type
     */
    static LetterLayout fit(Document document, Wording wording) {
        for (float size : SIZES) {
            List<Placed> placed = new ArrayList<>();
            if (place(document, wording, size, placed) <= BODY_BOTTOM) {
                return new LetterLayout(wording, placed);
            }
        }
        throw new Invalid("refused.letter-long", wording.language());
    }

    private static float place(Document document, Wording wording, float size, List<Placed> placed) {
        boolean chinese = wording.language().startsWith("zh");
        Ink text = Ink.of(size).leading(size * (chinese ? 1.5f : 1.36f));
        Ink title = Ink.of(size + 1.2f).strong();
        float gap = size * 0.62f;
        float y = BODY_TOP;
        y = put(document, placed, wording.salutation(), LEFT, y, RIGHT - LEFT, text, false) + gap;
        y = put(document, placed, wording.title(), LEFT, y, RIGHT - LEFT, title, true) + gap;
        int number = 1;
        for (Wording.Section section : wording.sections()) {
            float left = LEFT;
            if (!section.heading().isEmpty()) {
                number++;
                put(document, placed, number + ".", LEFT, y, NUMBER, text, false);
                left = LEFT + NUMBER;
                y = put(document, placed, section.heading(), left, y, RIGHT - left, text.strong(), false);
            }
            y = put(document, placed, section.text(), left, y, RIGHT - left, text, false) + gap;
        }
        for (String line : wording.closing()) {
            y = line.isEmpty() ? y + gap * 2.4f : put(document, placed, line, LEFT, y, RIGHT - LEFT, text, false);
        }
        return y;
    }

    private static float put(
            Document document,
            List<Placed> placed,
            String text,
            float left,
            float top,
            float width,
            Ink ink,
            boolean centred) {
        placed.add(new Placed(text, left, top, width, ink, centred));
        return top + (centred ? ink.leading() : document.heightOf(text, width, ink));
    }

    /** What every page of the batch has. */
    void drawShared(Canvas page) {
        page.box(LEFT, 44, 22, 3, Ink.HARBOUR);
        page.text(wording.office(), LEFT, 52, 300, Ink.of(14).strong());
        float y = 46;
        for (String line : wording.officeAddress()) {
            y = page.flushRight(line, RIGHT, y, SMALL.in(Ink.SOFT));
        }
        y = page.flushRight(wording.date(), RIGHT, WINDOW_TOP, Ink.of(9.5f));
        page.flushRight(wording.ourReference(), RIGHT, y, SMALL.in(Ink.SOFT));
        fold(page, Canvas.HEIGHT / 3);
        fold(page, Canvas.HEIGHT * 2 / 3);
        body.stream().filter(one -> !one.personal()).forEach(one -> draw(page, one, one.text()));
        page.rule(LEFT, RIGHT, Canvas.HEIGHT - 62, 0.5f, Ink.HAIR);
    }

    /** What one person's page has. */
    void drawPersonal(Canvas page, NoticeTable.Letter letter) {
        page.text(letter.address(), LEFT, WINDOW_TOP, WINDOW_WIDTH, Ink.of(10));
        for (Placed one : body) {
            if (one.personal()) {
                draw(page, one, Wording.personal(one.text(), letter.name(), letter.reference()));
            }
        }
        String footer = Wording.personal(wording.footer(), letter.name(), letter.reference());
        page.text(footer, LEFT, Canvas.HEIGHT - 56, RIGHT - LEFT, SMALL);
    }

    private static void draw(Canvas page, Placed place, String text) {
        if (place.centred()) {
            page.centred(text, LEFT, RIGHT, place.top(), place.ink());
        } else {
            page.text(text, place.left(), place.top(), place.width(), place.ink());
        }
    }

    private static void fold(Canvas page, float y) {
        page.rule(14, 22, y, 0.4f, Ink.HAIR);
    }
}
