package holdfast.server.console.overview;

import holdfast.server.console.incident.IncidentHead;
import holdfast.server.console.say.Say;
import holdfast.server.exposure.Exposure;
import holdfast.server.exposure.ExposureReport;
import holdfast.server.incident.AuthorityReport;
import holdfast.server.incident.AuthorityReports;
import holdfast.server.incident.Incident;
import holdfast.server.notice.Notices;
import holdfast.server.notice.Progress;
import java.util.List;
import org.springframework.stereotype.Component;

/** The incidents that are open, in the figures that a head of office asks for first. */
@Component
class OpenIncidents {
    private final Exposure exposure;
    private final AuthorityReports reports;
    private final Notices notices;

    OpenIncidents(Exposure exposure, AuthorityReports reports, Notices notices) {
        this.exposure = exposure;
        this.reports = reports;
        this.notices = notices;
    }

    /**
     * @param unknownAtMost persons who may be on it beside those counted; 0 if the count is exact
     * @param sent of the {@code reports} that are drafted
     * @param settled of the {@code notices} that are planned: those with an end
     */
    record Row(
            String id,
            String title,
            String stage,
            long persons,
            long unknownAtMost,
            int reports,
            long sent,
            long notices,
            long settled) {}

    Row row(Incident one, Say say) {
        ExposureReport exposed = exposure.of(one.barcodes());
        List<AuthorityReport> drafted = reports.reports(one.id());
        Progress progress = notices.progress(one.id());
        IncidentHead head = IncidentHead.of(one, say);
        return new Row(
                one.id().value(),
                head.title(),
                head.stage(),
                exposed.persons(),
                exposed.unknownAtMost(),
                drafted.size(),
                drafted.stream().filter(report -> report.sentAt().isPresent()).count(),
                progress.total(),
                progress.settled());
    }
}
