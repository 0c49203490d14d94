package holdfast.server.incident;

import holdfast.server.paper.Canvas;
import holdfast.server.paper.Ink;
import java.util.List;

/**
 * What stands at the head of a report and in the margins of each page.
 *
 * @param marking RESTRICTED, at the top and foot of every page
 * @param clockWords how its clock stands, in a sentence
 * @param late whether that sentence is bad news
 * @param open how many fields are open
 */
record ReportHead(
        String marking,
        String title,
        String addressee,
        String from,
        String reference,
        String status,
        String printed,
        String basis,
        List<String> clockWords,
        boolean late,
        int open) {
    private static final Ink SMALL = Ink.of(8.5f);

    /** Draws the head of the first page; returns where the form begins. */
    float drawFirst(Canvas page, float left, float right, float top) {
        float y = page.text(title, left, top, right - left, Ink.of(18).strong().leading(23));
        y = page.text("To: " + addressee, left, y + 4, right - left, Ink.of(10));
        y = page.text("From: " + from, left, y, right - left, Ink.of(10));
        y = page.text(reference + "  ·  " + status + "  ·  " + printed, left, y + 2, right - left, SMALL.in(Ink.SOFT));
        y = page.text(basis, left, y, right - left, SMALL.in(Ink.SOFT)) + 6;
        float boxTop = y;
        float inner = right - left - 20;
        float textY = boxTop + 6;
        for (String words : clockWords) {
            textY += page.heightOf(words, inner, Ink.of(9.5f));
        }
        String openWords = open == 0
                ? "Every field is answered."
                : open + " fields are open: only a person can answer them. They are framed.";
        float height = textY - boxTop + page.heightOf(openWords, inner, Ink.of(9.5f)) + 8;
        page.box(left, boxTop, right - left, height, Ink.WASH);
        page.box(left, boxTop, 3, height, late ? Ink.LOST : Ink.HARBOUR);
        textY = boxTop + 5;
        for (String words : clockWords) {
            textY = page.text(words, left + 12, textY, inner, Ink.of(9.5f).in(late ? Ink.LOST : Ink.BLACK));
        }
        page.text(openWords, left + 12, textY, inner, Ink.of(9.5f));
        return boxTop + height + 4;
    }

    /** Marking, reference and page number: known when all pages are there. */
    void drawMargins(Canvas page, int number, int of, float left, float right) {
        Ink mark = Ink.of(10).strong();
        page.centred(marking, left, right, 26, mark);
        page.centred(marking, left, right, Canvas.HEIGHT - 50, mark);
        page.text(reference, left, Canvas.HEIGHT - 36, 220, SMALL.in(Ink.SOFT));
        page.flushRight("Page " + number + " of " + of, right, Canvas.HEIGHT - 36, SMALL.in(Ink.SOFT));
    }
}
