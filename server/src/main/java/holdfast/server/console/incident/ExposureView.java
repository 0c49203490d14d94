package holdfast.server.console.incident;

import holdfast.server.console.page.Counted;
import holdfast.server.console.say.Say;
import holdfast.server.exposure.ExposureReport;
import holdfast.server.exposure.UnreadRow;
import java.util.List;

/** The persons on some media, with everything that qualifies the number. */
record ExposureView(
        long persons,
        boolean exact,
        long unknownAtMost,
        List<Counted> byCategory,
        List<Counted> byKind,
        List<Counted> byLanguage,
        List<UnreadRow> unreadRows,
        int cartridges) {
    static ExposureView of(ExposureReport report, int cartridges, Say say) {
        return new ExposureView(
                report.persons(),
                report.unknownAtMost() == 0,
                report.unknownAtMost(),
                Counted.of(report.byCategory(), "category.", say),
                Counted.of(report.byKind(), "kind.", say),
                Counted.of(report.byLanguage(), "language.", say),
                report.unreadRows(),
                cartridges);
    }
}
