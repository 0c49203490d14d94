package holdfast.server.incident;

import holdfast.server.incident.ReportField.Section;
import holdfast.server.incident.ReportField.Value;
import holdfast.server.paper.Canvas;
import holdfast.server.paper.Document;
import holdfast.server.paper.Ink;
import java.util.List;

/** Draws a filled form on A4: labels left, values right, sources below them, open fields in a dashed frame. */
final class ReportPaper {
    private static final float LEFT = 56;
    private static final float RIGHT = Canvas.WIDTH - 56;
    private static final float LABELS = 132;
    private static final float VALUES = LEFT + LABELS + 12;
    private static final float WIDTH = RIGHT - VALUES;
    private static final float TOP = 68;
    private static final float BOTTOM = Canvas.HEIGHT - 66;
    private static final Ink TEXT = Ink.of(9.5f);
    private static final Ink LABEL = Ink.of(9).in(Ink.SOFT);
    private static final Ink SOURCE = Ink.of(7.5f).in(Ink.SOFT);
    private static final Ink CELL = Ink.of(8.2f);
    private static final float GAP = 7;

    private final Document document;
    private final ReportHead head;
    private Canvas page;
    private float y;

    ReportPaper(Document document, ReportHead head) {
        this.document = document;
        this.head = head;
        this.page = document.page();
        this.y = TOP;
    }

    /** Draws the whole report; the document can be saved afterwards. */
    void draw(List<Section> sections) {
        y = head.drawFirst(page, LEFT, RIGHT, TOP - 8);
        for (Section section : sections) {
            heading(section.title());
            section.fields().forEach(this::field);
        }
        page.close();
        for (int i = 0; i < document.pages(); i++) {
            try (Canvas again = document.reopen(i)) {
                head.drawMargins(again, i + 1, document.pages(), LEFT, RIGHT);
            }
        }
    }

    private void heading(String title) {
        // A heading never stands alone at the foot of a page.
        room(100);
        y += 10;
        y = page.text(title, LEFT, y, RIGHT - LEFT, Ink.of(11.5f).strong().in(Ink.HARBOUR));
        page.rule(LEFT, RIGHT, y + 1, 0.8f, Ink.HARBOUR);
        y += 7;
    }

    private void field(ReportField field) {
        switch (field.value()) {
            case Value.Text text -> words(field, text.text());
            case Value.Choices choices -> ticks(field, choices);
            case Value.Table table -> table(field, table);
            case Value.Open open -> open(field, open);
            case Value.LeftEmpty empty -> left(field, empty);
        }
    }

    private void words(ReportField field, String text) {
        float source = field.source().isEmpty() ? 0 : document.heightOf(field.source(), WIDTH, SOURCE);
        room(Math.max(document.heightOf(text, WIDTH, TEXT) + source, labelHeight(field)) + GAP);
        label(field);
        y = page.text(text, VALUES, y, WIDTH, TEXT);
        source(field);
    }

    private void ticks(ReportField field, Value.Choices choices) {
        room(choices.choices().size() * 13f + 20);
        label(field);
        for (Value.Choice choice : choices.choices()) {
            box(choice.chosen());
            y = page.text(choice.label(), VALUES + 15, y, WIDTH - 15, choice.chosen() ? TEXT.strong() : TEXT);
        }
        source(field);
    }

    /** A box, with a cross when it is ticked. */
    private void box(boolean ticked) {
        page.frame(VALUES + 0.5f, y + 2.4f, 8, 8, Ink.BLACK);
        if (ticked) {
            page.cross(VALUES + 0.5f, y + 2.4f, 8, Ink.BLACK);
        }
    }

    private void open(ReportField field, Value.Open open) {
        String text = "To be answered by " + open.by() + (open.hint().isEmpty() ? "" : ": " + open.hint());
        float height = document.heightOf(text, WIDTH - 16, TEXT) + 18;
        room(Math.max(height, labelHeight(field)) + GAP);
        label(field);
        page.box(VALUES, y, WIDTH, height, Ink.DUE_WASH);
        page.dashedFrame(VALUES, y, WIDTH, height, Ink.DUE);
        page.text(text, VALUES + 8, y + 3, WIDTH - 16, TEXT.in(Ink.DUE));
        y += height + GAP;
    }

    private void left(ReportField field, Value.LeftEmpty empty) {
        room(30);
        label(field);
        page.rule(VALUES, RIGHT, y + 13, 0.6f, Ink.BLACK);
        y = page.text("left empty: " + empty.why(), VALUES, y + 14, WIDTH, SOURCE) + GAP;
    }

    private void table(ReportField field, Value.Table table) {
        room(64);
        y = page.text(field.label(), LEFT, y, RIGHT - LEFT, LABEL) + 2;
        tableHead(table);
        for (List<String> row : table.rows()) {
            float height = rowHeight(table, row);
            if (y + height > BOTTOM) {
                turn();
                tableHead(table);
            }
            cells(table, row, CELL);
            y += height;
            page.rule(LEFT, RIGHT, y, 0.4f, Ink.HAIR);
        }
        y += 2;
        if (!field.source().isEmpty()) {
            y = page.text("Source: " + field.source(), LEFT, y, RIGHT - LEFT, SOURCE);
        }
        y += GAP;
    }

    private void tableHead(Value.Table table) {
        page.box(LEFT, y, RIGHT - LEFT, 16, Ink.WASH);
        y += 2;
        cells(table, table.head(), CELL.strong());
        y += 14;
    }

    private void cells(Value.Table table, List<String> row, Ink ink) {
        float x = LEFT;
        for (int i = 0; i < row.size(); i++) {
            float width = (RIGHT - LEFT) * table.widths().get(i);
            page.text(row.get(i), x + 3, y + 1, width - 6, ink);
            x += width;
        }
    }

    private float rowHeight(Value.Table table, List<String> row) {
        float height = 0;
        for (int i = 0; i < row.size(); i++) {
            float width = (RIGHT - LEFT) * table.widths().get(i) - 6;
            height = Math.max(height, document.heightOf(row.get(i), width, CELL));
        }
        return height + 4;
    }

    private void label(ReportField field) {
        page.text(field.label(), LEFT, y, LABELS, LABEL);
    }

    private float labelHeight(ReportField field) {
        return document.heightOf(field.label(), LABELS, LABEL);
    }

    private void source(ReportField field) {
        if (!field.source().isEmpty()) {
            y = page.text("Source: " + field.source(), VALUES, y, WIDTH, SOURCE);
        }
        y += GAP;
    }

    /** Turns the page unless so much fits on it. */
    private void room(float height) {
        if (y + Math.min(height, BOTTOM - TOP) > BOTTOM) {
            turn();
        }
    }

    private void turn() {
        page.close();
        page = document.page();
        y = TOP;
    }
}
