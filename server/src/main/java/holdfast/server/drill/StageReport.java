package holdfast.server.drill;

import holdfast.server.incident.AuthorityReport;
import holdfast.server.incident.AuthorityReports;
import holdfast.server.incident.IncidentId;
import holdfast.server.incident.Incidents;
import holdfast.server.incident.Statements;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;

/** The four authority reports, filled from the record; a draft of the public statement. */
final class StageReport implements Stage {
    private static final DateTimeFormatter DUE =
            DateTimeFormatter.ofPattern("d MMM yyyy HH:mm", Locale.ENGLISH).withZone(Scenario.ZONE);

    private static final Duration TO_READ_AND_APPROVE = Duration.ofMinutes(15);

    @Override
    public String title() {
        return "Filling in the authorities' reports";
    }

    @Override
    public String run(Drill drill) throws Exception {
        AuthorityReports reports = drill.service(AuthorityReports.class);
        IncidentId id = incident(drill);
        reports.draft(id, AuthorityReports.FIRST, Office.DPO);
        for (var form : AuthorityReports.FIRST) {
            reports.ready(id, form, Office.DPO);
            reports.approve(id, form, Office.HEAD);
        }
        drill.clock().pass(TO_READ_AND_APPROVE);
        List<Found.Report> found = reports.reports(id).stream()
                .map(report -> describe(drill, report))
                .toList();
        drill.found().add(new Found.Reports(found, statement(drill, id)));
        drill.checks()
                .same(
                        "four reports are ready",
                        4,
                        found.stream().filter(Found.Report::ready).count());
        long open = found.stream().mapToLong(Found.Report::open).sum();
        return Words.count(found.size(), "report") + ", " + Words.count(open, "field") + " left open for a person";
    }

    static IncidentId incident(Drill drill) {
        return drill.service(Incidents.class)
                .about(StageDepart.consignment(drill).id().ref())
                .orElseThrow()
                .id();
    }

    private static Found.Report describe(Drill drill, AuthorityReport report) {
        Path root = drill.folder().root();
        return new Found.Report(
                report.form().authority(),
                report.clock().rule().what(),
                report.clock().due().map(StageReport::due).orElseGet(() -> plain(report)),
                report.clock().overdueAtOpening(),
                report.status().compareTo(AuthorityReport.Status.READY) >= 0 && Files.isReadable(report.pdf()),
                report.open().size(),
                root.relativize(report.pdf().toAbsolutePath()).toString());
    }

    private static String due(Instant at) {
        return DUE.format(at);
    }

    private static String plain(AuthorityReport report) {
        return switch (report.clock().state()) {
            case PERIOD_UNREAD -> "period to be asked";
            case QUESTION -> "to be judged by a person";
            case WAITING, NOT_APPLICABLE, WAIVED, SOON, RUNNING, OVERDUE, MET, MET_LATE -> "as soon as practicable";
        };
    }

    private static String statement(Drill drill, IncidentId id) throws Exception {
        StringBuilder text = new StringBuilder();
        drill.service(Statements.class).draft(id, Office.DPO).text().entrySet().stream()
                .sorted(java.util.Map.Entry.comparingByKey())
                .forEach(entry -> text.append(entry.getValue().strip()).append("\n\n"));
        Path file = drill.folder().reports().resolve("statement-draft.txt");
        Files.writeString(file, text.toString(), StandardCharsets.UTF_8);
        return drill.folder().root().relativize(file).toString();
    }
}
