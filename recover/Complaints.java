import java.io.PrintStream;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Everything that was not as it should be: told at once, counted, and summed up at the end. Nothing is left out in
 * silence; the exit status of the program follows from this.
 */
final class Complaints {
    private final PrintStream err;
    private final Map<String, Integer> unable = new LinkedHashMap<>();
    private int damaged;
    private int failed;

    Complaints(PrintStream err) {
        this.err = err;
    }

    /** Something in the vault is damaged. */
    void damaged(String what, Exception why) {
        damaged++;
        err.println("DAMAGED  " + what + ": " + why.getMessage());
    }

    /** A file could not be restored, for a reason outside the vault, such as a full disk. */
    void failed(String what, Exception why) {
        failed++;
        err.println("FAILED   " + what + ": " + why.getClass().getSimpleName() + ": " + why.getMessage());
    }

    /** Something that a JDK cannot do, or this user may not: told once, then counted. */
    void unable(String kind, String what) {
        if (unable.merge(kind, 1, Integer::sum) == 1) {
            err.println("UNABLE   " + kind + ": " + what + " (and perhaps others; they are counted at the end)");
        }
    }

    /** Prints the sum, and gives the exit status: damage outweighs what could not be restored. */
    int end() {
        unable.forEach((kind, times) -> err.println("not restored: " + kind + " (" + times + ")"));
        if (damaged > 0) {
            err.println(damaged + " damaged, " + failed + " failed; everything else was done");
            return Refusal.DAMAGE;
        }
        if (failed > 0) {
            err.println(failed + " failed; everything else was done");
            return Refusal.INCOMPLETE;
        }
        return unable.isEmpty() ? 0 : Refusal.INCOMPLETE;
    }
}
