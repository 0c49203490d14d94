package holdfast.server.drill;

import java.io.PrintStream;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Locale;

/**
 * Tells the person at the terminal what is going on: a line a stage, and within a long one its rate and the time
 * left. On a terminal the running line is rewritten in place; elsewhere only finished stages are printed. Writes
 * to standard error, since standard output may be somebody's JSON. Thread-safe.
 */
final class DrillProgress {
    private static final Duration REDRAW = Duration.ofMillis(120);

    private final PrintStream out;
    private final boolean terminal;
    private final InstantSource wall;
    private String title = "";
    private long startedMillis;
    private long drawnMillis;

    DrillProgress(PrintStream out, boolean terminal, InstantSource wall) {
        this.out = out;
        this.terminal = terminal;
        this.wall = wall;
    }

    synchronized void start(String stage) {
        title = stage;
        startedMillis = wall.millis();
        drawnMillis = 0;
        draw("");
    }

    /**
     * How far the stage has come.
     *
     * @param unit what is counted, in the plural: 'persons', 'bytes'
     */
    synchronized void at(long done, long total, String unit) {
        if (!terminal || wall.millis() - drawnMillis < REDRAW.toMillis() || done == 0) {
            return;
        }
        double seconds = Math.max(0.001, (wall.millis() - startedMillis) / 1000.0);
        double rate = done / seconds;
        String left = total > done ? ", " + Math.round((total - done) / rate) + " s left" : "";
        draw(String.format(Locale.ROOT, "%,d of %,d %s, %,.0f/s%s", done, total, unit, rate, left));
    }

    synchronized void done(String outcome) {
        double seconds = (wall.millis() - startedMillis) / 1000.0;
        String line = String.format(Locale.ROOT, "  ✓ %-44s %5.1f s   %s", title, seconds, outcome);
        out.println(terminal ? "\r\033[K" + line : line);
    }

    synchronized void failed(String why) {
        out.println((terminal ? "\r\033[K" : "") + "  ✗ " + title + ": " + why);
    }

    synchronized void say(String line) {
        out.println(line);
    }

    private void draw(String detail) {
        drawnMillis = wall.millis();
        if (terminal) {
            out.print("\r\033[K  … " + title + (detail.isEmpty() ? "" : "  " + detail));
            out.flush();
        }
    }
}
