package holdfast.server.drill;

import java.nio.file.Path;

/** The last lines on the terminal. */
final class Closing {
    private Closing() {}

    static String words(Drill drill, Path report, double seconds) {
        Found.Exposed exposed = drill.found().get(Found.Exposed.class);
        Found.Rang rang = drill.found().get(Found.Rang.class);
        String kept = drill.options().keep().isPresent() || drill.options().serve() ? "\nReport: " + report : "";
        return String.format(
                "%n%s on the lost cartridges, readable by nobody; the head of office knew %s after the due time."
                        + "%nDone in %.0f seconds.%s",
                Words.count(exposed.persons(), "person"), Words.minutes(rang.due(), rang.head()), seconds, kept);
    }

    static String address(Drill drill) {
        return "The console is open at http://localhost:" + drill.port() + " until Ctrl-C; sign in as "
                + String.join(", ", Office.namesForTheConsole()) + " with the password " + drill.password() + ".";
    }
}
