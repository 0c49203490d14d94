package holdfast.server.incident;

import java.time.Instant;
import java.util.Optional;

/** Who reports: department and system, reporter, times, the Director, enquiries (blocks A, G and M of the source). */
final class OfficeBlocks {
    private final FormFiller fill;
    private final CaseFacts facts;

    OfficeBlocks(FormFiller fill) {
        this.fill = fill;
        this.facts = fill.facts;
    }

    /** Block A: department and system, reporter, times. */
    ReportField.Section department() {
        fill.profile("department", "Department", ProfileField.OFFICE_EN)
                .profile("system", "System", ProfileField.SYSTEM_NAME)
                .profile("system-function", "Function of the system", ProfileField.SYSTEM_FUNCTION)
                .profile("tier", "Tier", ProfileField.SYSTEM_TIER)
                .profile("system-place", "Place of the system", ProfileField.SYSTEM_PLACE)
                .profile("operator", "Operated by", ProfileField.SYSTEM_OPERATOR)
                .profile("reporter", "Reporting person", ProfileField.REPORTER)
                .profile("reporter-tel", "Office telephone", ProfileField.REPORTER_OFFICE_TEL)
                .profile("reporter-24h", "Telephone at all hours", ProfileField.REPORTER_24H_TEL)
                .profile("reporter-email", "E-mail", ProfileField.REPORTER_EMAIL);
        return fill.section("Department and reporter");
    }

    /** When it occurred, was discovered, and was first reported. */
    ReportField.Section times() {
        fill.text("own-reference", "Our reference", reference(), "incident file")
                .time(
                        "occurred",
                        "Occurred (onset)",
                        fill.at(Mark.ONSET),
                        "the data protection officer",
                        fill.sourceOf(Mark.ONSET))
                .time(
                        "discovered",
                        "Discovered (suspicion)",
                        fill.at(Mark.SUSPICION),
                        "the data protection officer",
                        fill.sourceOf(Mark.SUSPICION))
                .time(
                        "aware",
                        "Aware (reasonably certain)",
                        fill.at(Mark.AWARENESS),
                        "the data protection officer",
                        fill.sourceOf(Mark.AWARENESS));
        return fill.section("Times");
    }

    String reference() {
        String prefix = facts.profile().getOrDefault(ProfileField.FILE_PREFIX, "");
        return prefix + facts.incident().id();
    }

    /** Block G: the Director's view, and the reports under General Circular 6/2024. */
    ReportField.Section director() {
        Optional<Instant> informed = facts.contacts().stream()
                .filter(one -> one.party().contains("Director"))
                .map(Contacted::at)
                .findFirst();
        fill.time("director-informed", "Director informed", informed, "the ISIRT Commander", "incident file");
        Boolean embarrassed = facts.judgements().get(Condition.GOVERNMENT_EMBARRASSED);
        if (embarrassed == null) {
            fill.ask("embarrassed", "Government embarrassed?", "the Director of Bureau", "yes or no");
        } else {
            fill.text(
                    "embarrassed", "Government embarrassed?", embarrassed ? "Yes" : "No", "incident file, as decided");
        }
        return fill.section("Director of Bureau");
    }

    /** Block M: enquiries by number. */
    ReportField.Section enquiries() {
        NoticeFigures.Figures none = new NoticeFigures.Figures(0, 0, Optional.empty(), 0, 0);
        NoticeFigures.Figures figures = facts.notices().orElse(none);
        fill.text(
                        "media-enquiries",
                        "Enquiries of the media",
                        MediaBlocks.grouped(figures.mediaEnquiries()),
                        "enquiry desk")
                .text(
                        "public-enquiries",
                        "Enquiries of the public",
                        MediaBlocks.grouped(figures.publicEnquiries()),
                        "enquiry desk");
        return fill.section("Enquiries");
    }
}
