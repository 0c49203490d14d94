package holdfast.server.incident;

import java.util.List;

/**
 * One field of a form, filled or visibly open.
 *
 * @param id the same in every form that asks it
 * @param source where the value comes from, in words; empty where there is none
 */
record ReportField(String id, String label, Value value, String source) {
    /** What stands in a field. */
    sealed interface Value {
        /** Words. */
        record Text(String text) implements Value {}

        /** Some of a list are ticked. */
        record Choices(List<Choice> choices) implements Value {}

        /** One of a list. */
        record Choice(String label, boolean chosen) {}

        /** Rows under headings. {@code widths} are shares of the column. */
        record Table(List<String> head, List<List<String>> rows, List<Float> widths) implements Value {}

        /** Only a person can answer, and nobody has. */
        record Open(String by, String hint) implements Value {}

        /** Stays empty, as the form says. */
        record LeftEmpty(String why) implements Value {}
    }

    /** A part of a form. */
    record Section(String title, List<ReportField> fields) {}

    boolean open() {
        return value instanceof Value.Open;
    }
}
