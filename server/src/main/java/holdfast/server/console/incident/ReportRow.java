package holdfast.server.console.incident;

import holdfast.server.console.page.Names;
import holdfast.server.console.say.Say;
import holdfast.server.incident.AuthorityReport;
import holdfast.server.incident.Clock;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A report to an authority: whom, by when, how far it has come, and what a person must still answer. */
record ReportRow(
        String form,
        String authority,
        String clock,
        @Nullable Instant due,
        String css,
        String status,
        String state,
        List<AuthorityReport.OpenField> open,
        String author,
        String approver,
        @Nullable Instant sentAt,
        String receipt,
        int version) {
    static ReportRow of(AuthorityReport one, Names names, Say say) {
        return new ReportRow(
                one.form().name(),
                say.said(one.clock().rule().toSaid()),
                say.said(one.clock().words()),
                one.clock().due().orElse(null),
                css(one),
                one.status().name(),
                say.text("report.status." + one.status().name()),
                one.open(),
                names.of(one.author()),
                one.approver().map(names::of).orElse(""),
                one.sentAt().orElse(null),
                one.receipt(),
                one.version());
    }

    private static String css(AuthorityReport one) {
        return switch (one.status()) {
            case SENT, ACKNOWLEDGED -> "ok";
            case DRAFTED, READY, APPROVED -> one.clock().state() == Clock.State.OVERDUE ? "lost" : "due";
        };
    }
}
