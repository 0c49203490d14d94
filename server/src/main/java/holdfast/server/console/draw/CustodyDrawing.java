package holdfast.server.console.draw;

import holdfast.server.console.draw.CustodyLine.Stop;
import holdfast.server.console.draw.CustodyLine.Trail;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * A custody line laid out for a wide screen, in the units of an SVG view box. Long spans are compressed (the gap between
 * two stops grows with the logarithm of the time between them), so that a line of three years and one of three quarters of
 * an hour are both legible; the order and the stated times are exact, the lengths are not to scale.
 *
 * @param line what is drawn
 * @param width of the view box
 * @param height of the view box
 * @param rows one for each lane
 * @param points the stops that are drawn
 * @param trails the line, piece by piece
 * @param earlier stops left out at the beginning because there is no room; the list beside the drawing has them
 */
public record CustodyDrawing(
        CustodyLine line, int width, int height, List<Row> rows, List<Point> points, List<Piece> trails, int earlier) {
    private static final int WIDTH = 1100;
    private static final int LEFT = 172;
    private static final int RIGHT = 164;
    private static final int TOP = 40;
    private static final int LANE = 62;
    private static final int BOTTOM = 34;
    private static final int CORNER = 9;
    private static final int MOST = 8;
    private static final int ROOM = WIDTH - LEFT - RIGHT;

    /** About how wide a letter is drawn, and a Chinese character; a time, and the space between two stops' words. */
    private static final double LETTER = 6.7;

    private static final double CHARACTER = 13;
    private static final int TIME = 52;
    private static final int SPACE = 18;

    /** A lane: its name stands at the left, on the height of its line. */
    public record Row(String name, String detail, int y) {}

    /** A stop in its place; its words begin at {@code textX}, beside the line where it changes lanes. */
    public record Point(int x, int y, Stop stop, int textX) {}

    /** A piece of the line as an SVG path, with its class. */
    public record Piece(String path, String css) {}

    /** Lays a line out. */
    public static CustodyDrawing of(CustodyLine line) {
        int first = first(line.stops());
        List<Stop> stops = line.stops().subList(first, line.stops().size());
        int[] x = places(stops);
        List<Row> rows = new ArrayList<>();
        for (int i = 0; i < line.lanes().size(); i++) {
            rows.add(new Row(line.lanes().get(i).name(), line.lanes().get(i).detail(), height(i)));
        }
        List<Point> points = new ArrayList<>();
        for (int i = 0; i < stops.size(); i++) {
            int words = x[i] + (turns(stops, i) ? 13 : -8);
            points.add(new Point(x[i], height(stops.get(i).lane()), stops.get(i), words));
        }
        int tall = height(line.lanes().size() - 1) + BOTTOM;
        return new CustodyDrawing(line, WIDTH, tall, rows, points, pieces(stops, x), first);
    }

    private static int height(int lane) {
        return TOP + lane * LANE;
    }

    private static boolean turns(List<Stop> stops, int i) {
        return i > 0 && stops.get(i - 1).lane() != stops.get(i).lane();
    }

    /** From which stop on the words have room beside each other. */
    private static int first(List<Stop> stops) {
        int first = Math.max(0, stops.size() - 1);
        double taken = 0;
        while (first > 0 && stops.size() - first < MOST && taken + words(stops.get(first - 1)) <= ROOM) {
            first--;
            taken += words(stops.get(first));
        }
        return first;
    }

    /** About how wide a stop's words are, with the space after them. */
    private static double words(Stop stop) {
        double detail = (stop.at() == null ? 0 : TIME) + width(stop.detail());
        return Math.max(width(stop.title()), detail) + SPACE;
    }

    private static double width(String text) {
        return text.codePoints()
                .mapToDouble(character -> character < 0x2E80 ? LETTER : CHARACTER)
                .sum();
    }

    /** Every gap has room for the words at its beginning, and a share of what is left by the logarithm of its span. */
    private static int[] places(List<Stop> stops) {
        double left = ROOM;
        double sum = 0;
        for (int i = 0; i + 1 < stops.size(); i++) {
            left -= words(stops.get(i));
            sum += weight(stops, i);
        }
        int[] x = new int[stops.size()];
        double at = LEFT;
        for (int i = 0; i < stops.size(); i++) {
            x[i] = (int) Math.round(at);
            if (i + 1 < stops.size()) {
                at += words(stops.get(i)) + left * weight(stops, i) / sum;
            }
        }
        return x;
    }

    private static double weight(List<Stop> stops, int i) {
        long seconds = Math.max(0, between(stops.get(i), stops.get(i + 1)).toSeconds());
        return Math.log1p(seconds / 60.0) + 0.3;
    }

    private static Duration between(Stop from, Stop to) {
        Instant start = from.at();
        Instant end = to.at();
        return start == null || end == null ? Duration.ZERO : Duration.between(start, end);
    }

    private static List<Piece> pieces(List<Stop> stops, int[] x) {
        List<Piece> pieces = new ArrayList<>();
        for (int i = 0; i + 1 < stops.size(); i++) {
            Stop from = stops.get(i);
            if (from.after() != Trail.NONE) {
                int fromY = height(from.lane());
                int toY = height(stops.get(i + 1).lane());
                pieces.add(
                        new Piece(path(x[i], fromY, x[i + 1], toY), from.after().css()));
            }
        }
        return pieces;
    }

    /** Along the holder's lane, then down or up to the next holder's at the moment of the hand-over, with a round corner. */
    private static String path(int fromX, int fromY, int toX, int toY) {
        if (fromY == toY) {
            return String.format(Locale.ROOT, "M%d %dH%d", fromX, fromY, toX);
        }
        int turn = toY > fromY ? CORNER : -CORNER;
        return String.format(
                Locale.ROOT,
                "M%d %dH%dQ%d %d %d %dV%d",
                fromX,
                fromY,
                toX - CORNER,
                toX,
                fromY,
                toX,
                fromY + turn,
                toY);
    }
}
