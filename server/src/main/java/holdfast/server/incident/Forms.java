package holdfast.server.incident;

import holdfast.server.incident.ReportField.Section;
import holdfast.server.incident.ReportField.Value;
import java.util.List;

/** Fills the forms. Field names are the source's; the words around them are ours, since its text may not be copied. */
final class Forms {
    private final Pieces pieces;

    Forms(CaseFacts facts) {
        this.pieces = new Pieces(facts);
    }

    List<Section> fill(Form form) {
        return switch (form) {
            case POLICE -> new OfficerForms(pieces).police();
            case PCPD -> new CommissionerForms(pieces).pcpd();
            case SECURITY_BUREAU -> new OfficerForms(pieces).securityBureau();
            case DPO_C2 -> new DigitalPolicyForms(pieces).preliminary();
            case DPO_C31 -> new DigitalPolicyForms(pieces).interim();
            case DPO_C32 -> new DigitalPolicyForms(pieces).postIncident();
            case BUREAU_C41 -> new BureauForms(pieces).initial();
            case BUREAU_C42 -> new BureauForms(pieces).full();
            case EU_ART33 -> new CommissionerForms(pieces).european();
            case UK_ICO -> new CommissionerForms(pieces).british();
        };
    }

    static String title(Form form) {
        return switch (form) {
            case POLICE -> "Report of lost backup media";
            case PCPD -> "Data breach notification";
            case SECURITY_BUREAU -> "Report on classified data in lost media";
            case DPO_C2 -> "Preliminary information security incident report (C.2)";
            case BUREAU_C41 -> "Initial report (C.4.1)";
            case DPO_C31 -> "Interim report (C.3.1)";
            case DPO_C32 -> "Post-incident report (C.3.2)";
            case BUREAU_C42 -> "Full report (C.4.2)";
            case EU_ART33 -> "Notification of a personal data breach (GDPR, Article 33)";
            case UK_ICO -> "Personal data breach report (UK GDPR, Article 33)";
        };
    }

    /** Whose form it follows, and how far its text was read. */
    static String basis(Form form) {
        return switch (form) {
            case POLICE -> "No form is prescribed; the fields follow ISPG-SM02 v1.8, Annex F.";
            case PCPD -> "Parts as in the PCPD's notification form; items within them in part recalled: unverified.";
            case SECURITY_BUREAU ->
                "The Security Regulations are not public; the fields follow what ISPG-SM02 v1.8 asks on C.2 and C.4: unverified.";
            case DPO_C2 -> "Fields of ISPG-SM02 v1.8, Annex C.2.";
            case BUREAU_C41 -> "Fields of ISPG-SM02 v1.8, Annex C.4.1; General Circular 6/2024.";
            case DPO_C31 -> "Fields of ISPG-SM02 v1.8, Annex C.3.1.";
            case DPO_C32 -> "Fields of ISPG-SM02 v1.8, Annex C.3.2.";
            case BUREAU_C42 -> "Fields of ISPG-SM02 v1.8, Annex C.4.2; General Circular 6/2024.";
            case EU_ART33 -> "Contents of GDPR Article 33(3); the authority's own form may ask more.";
            case UK_ICO -> "Items as a copy of the ICO's form shows them, not its own page: unverified.";
        };
    }

    /** The fields nobody has answered yet. */
    static List<AuthorityReport.OpenField> open(List<Section> sections) {
        return sections.stream()
                .flatMap(section -> section.fields().stream())
                .filter(ReportField::open)
                .map(field ->
                        new AuthorityReport.OpenField(field.id(), field.label(), ((Value.Open) field.value()).by()))
                .distinct()
                .toList();
    }
}
