package holdfast.server.console.incident;

import holdfast.server.incident.AuthorityReport;
import holdfast.server.incident.AuthorityReports;
import holdfast.server.incident.Form;
import holdfast.server.incident.IncidentId;
import holdfast.server.platform.Unknown;
import java.nio.file.Path;
import java.util.Locale;
import org.springframework.core.io.FileSystemResource;
import org.springframework.core.io.Resource;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** The reports as files. The path is the service's own: nothing of the address reaches the file system. */
@Controller
class ReportFiles {
    private final AuthorityReports reports;

    ReportFiles(AuthorityReports reports) {
        this.reports = reports;
    }

    @GetMapping("/incidents/{id}/reports/{form}.pdf")
    ResponseEntity<Resource> pdf(@PathVariable String id, @PathVariable String form) {
        return file(report(id, form).pdf(), MediaType.APPLICATION_PDF);
    }

    @GetMapping("/incidents/{id}/reports/{form}.json")
    ResponseEntity<Resource> json(@PathVariable String id, @PathVariable String form) {
        return file(report(id, form).json(), MediaType.APPLICATION_JSON);
    }

    private AuthorityReport report(String id, String form) {
        Form wanted = Form.valueOf(form.toUpperCase(Locale.ROOT));
        return reports.reports(new IncidentId(id)).stream()
                .filter(one -> one.form() == wanted)
                .findFirst()
                .orElseThrow(() -> new Unknown("refused.report-absent", id));
    }

    private static ResponseEntity<Resource> file(Path path, MediaType type) {
        return ResponseEntity.ok()
                .contentType(type)
                .header(HttpHeaders.CONTENT_DISPOSITION, "inline; filename=\"" + path.getFileName() + "\"")
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .body(new FileSystemResource(path));
    }
}
