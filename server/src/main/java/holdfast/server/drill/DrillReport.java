package holdfast.server.drill;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.thymeleaf.ITemplateEngine;
import org.thymeleaf.context.Context;

/** Writes {@code drill-report.html}: self-contained, printable, complete without a network or a script. */
final class DrillReport {
    private final ITemplateEngine templates;

    DrillReport(ITemplateEngine templates) {
        this.templates = templates;
    }

    /** @throws IOException if the file cannot be written */
    void write(Path file, Outcomes found, Checks checks, DrillOptions options, double wallSeconds) throws IOException {
        Found.Rang rang = found.get(Found.Rang.class);
        Context page = new Context(Locale.ENGLISH);
        page.setVariables(Map.of(
                "found", Figures.of(found),
                "rows", EventRows.of(found),
                "checks", checks.all(),
                "failed", checks.failed().size(),
                "reports", found.get(Found.Reports.class).all(),
                "broken", found.get(Found.People.class).brokenRows(),
                "synthetic", options.synthetic(),
                "seed", options.seed(),
                "seconds", String.format(Locale.ROOT, "%.0f", wallSeconds),
                "picture", ComparisonPicture.draw(marks(found))));
        page.setVariable("toHead", Words.minutes(rang.due(), rang.head()));
        Files.writeString(file, templates.process("drill/report", page), UTF_8);
    }

    private static List<ComparisonPicture.Mark> marks(Outcomes found) {
        Found.Rang rang = found.get(Found.Rang.class);
        Found.Confirmed confirmed = found.get(Found.Confirmed.class);
        List<ComparisonPicture.Mark> marks = new ArrayList<>();
        marks.add(new ComparisonPicture.Mark(rang.due(), "no receipt: alarm", true));
        marks.add(new ComparisonPicture.Mark(rang.manager(), "manager told", true));
        marks.add(new ComparisonPicture.Mark(rang.head(), "head told", true));
        marks.add(new ComparisonPicture.Mark(confirmed.awareness(), "loss confirmed", false));
        found.find(Found.Told.class)
                .ifPresent(told -> marks.add(new ComparisonPicture.Mark(told.at(), "all persons told", false)));
        return marks;
    }

    /** The large figures of the page: a number, what it counts, and how it was counted. */
    record Figures(String number, String what, String proof) {
        static List<Figures> of(Outcomes found) {
            Found.Exposed exposed = found.get(Found.Exposed.class);
            Found.Recounted recounted = found.get(Found.Recounted.class);
            Found.Notices notices = found.get(Found.Notices.class);
            Found.Restored restored = found.get(Found.Restored.class);
            Found.Verified ledger = found.get(Found.Verified.class);
            Found.Keys keys = found.get(Found.Keys.class);
            return List.of(
                    new Figures(
                            Words.number(exposed.persons()),
                            "persons on the lost cartridges: " + Words.parts(exposed.byCategory()),
                            "brute force, without the index: " + Words.number(recounted.persons())),
                    new Figures(
                            keys.usesSinceRelease() == 0 ? "nobody" : "not excluded",
                            "can read them: " + Words.count(keys.quarantined(), "key") + " quarantined",
                            Words.count(keys.usesSinceRelease(), "use") + " between release and quarantine"),
                    new Figures(
                            Words.number(notices.total()),
                            "persons told: " + Words.number(notices.email()) + " e-mails, "
                                    + Words.number(notices.letter()) + " letters",
                            "twice: " + notices.duplicates() + ", left out: " + notices.missing() + ", in doubt: "
                                    + notices.inDoubt()),
                    new Figures(
                            Words.size(restored.bytes()),
                            "restored from the second site, " + Words.count(restored.files(), "file"),
                            restored.identical() ? "identical, byte by byte" : restored.firstDifference()),
                    new Figures(Words.number(ledger.entries()), "entries in the ledger", ledger.says()));
        }
    }
}
