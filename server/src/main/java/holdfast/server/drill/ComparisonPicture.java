package holdfast.server.drill;

import static holdfast.server.drill.Scenario.DAYS_TO_SENIOR_MANAGEMENT;
import static holdfast.server.drill.Scenario.DAYS_TO_THE_PUBLIC;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;

/**
 * The drill's report in one picture: the event's thirty-five days on one line, the drill on the same scale below
 * it (a point), and the drill's minutes drawn large under that.
 */
final class ComparisonPicture {
    /** A moment of the drill worth a mark. Labels alternate above and below the line in the order given. */
    record Mark(Instant at, String label, boolean alarm) {}

    private static final int LEFT = 40;
    private static final int RIGHT = 1000;
    private static final int WIDTH = RIGHT - LEFT;

    private final StringBuilder svg = new StringBuilder();

    private ComparisonPicture() {}

    /**
     * SVG for inlining; it takes its colours from the page's custom properties.
     *
     * @param marks in the order of time; the first is the due time
     */
    static String draw(List<Mark> marks) {
        ComparisonPicture picture = new ComparisonPicture();
        picture.svg.append("""
                <svg class="compare" viewBox="0 0 1040 316" role="img" aria-label="The event: thirty days until senior \
                management knew, thirty-five until the public. The drill: the same morning.">
                """);
        picture.event();
        picture.cone();
        picture.morning(marks);
        return picture.svg.append("</svg>").toString();
    }

    private void event() {
        int managers = day(DAYS_TO_SENIOR_MANAGEMENT);
        int all = day(DAYS_TO_THE_PUBLIC);
        text(LEFT, 18, "start", "strong", "The event, December 2024");
        line(LEFT, managers, 60, "lost dotted");
        line(managers, all, 60, "lost");
        dot(LEFT, 60, "lost");
        dot(managers, 60, "lost");
        dot(all, 60, "lost");
        text(LEFT, 88, "start", "", "23 Dec: seven tapes leave");
        text((LEFT + managers) / 2, 50, "middle", "", "silence");
        text(managers, 88, "end", "", DAYS_TO_SENIOR_MANAGEMENT + " days: senior management");
        text(all, 40, "end", "", DAYS_TO_THE_PUBLIC + " days: the public");
    }

    /** The drill on the event's scale is a point; these lines open it. */
    private void cone() {
        text(LEFT, 140, "start", "strong", "The drill, on the same scale");
        dot(LEFT, 160, "harbour");
        svg.append(String.format(
                Locale.ROOT,
                "<path class=\"cone\" d=\"M%d 166 L%d 198 M%d 166 L%d 198\"/>%n",
                LEFT - 2,
                LEFT,
                LEFT + 2,
                RIGHT));
        text(LEFT + 18, 165, "start", "", "and its minutes, drawn large");
    }

    private void morning(List<Mark> marks) {
        Instant first = marks.getFirst().at();
        double span = Math.max(1, Duration.between(first, marks.getLast().at()).toSeconds());
        line(LEFT, RIGHT, 262, "harbour");
        int lastAbove = -1000;
        int lastBelow = -1000;
        for (Mark mark : marks) {
            int x = LEFT + (int) (WIDTH * Duration.between(first, mark.at()).toSeconds() / span);
            dot(x, 262, mark.alarm() ? "lost" : "harbour");
            boolean above = x - lastAbove >= x - lastBelow;
            int y = above ? 242 : 290;
            String anchor = x > RIGHT - 90 ? "end" : x < LEFT + 60 ? "start" : "middle";
            text(x, y, anchor, "strong", minutes(first, mark.at()));
            text(x, above ? y - 17 : y + 17, anchor, "", mark.label());
            if (above) {
                lastAbove = x;
            } else {
                lastBelow = x;
            }
        }
    }

    private static String minutes(Instant from, Instant to) {
        long minutes = Duration.between(from, to).toMinutes();
        return minutes == 0 ? "due" : "+" + minutes + " min";
    }

    private static int day(int day) {
        return LEFT + WIDTH * day / DAYS_TO_THE_PUBLIC;
    }

    private void line(int from, int to, int y, String style) {
        svg.append(String.format(
                Locale.ROOT, "<line class=\"%s\" x1=\"%d\" y1=\"%d\" x2=\"%d\" y2=\"%d\"/>%n", style, from, y, to, y));
    }

    private void dot(int x, int y, String style) {
        svg.append(String.format(Locale.ROOT, "<circle class=\"%s\" cx=\"%d\" cy=\"%d\" r=\"6\"/>%n", style, x, y));
    }

    private void text(int x, int y, String anchor, String style, String words) {
        svg.append(String.format(
                Locale.ROOT,
                "<text class=\"%s\" x=\"%d\" y=\"%d\" text-anchor=\"%s\">%s</text>%n",
                style,
                x,
                y,
                anchor,
                words.replace("&", "&amp;").replace("<", "&lt;")));
    }
}
