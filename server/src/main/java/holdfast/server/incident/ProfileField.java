package holdfast.server.incident;

/** What the office is asked once, so that no report waits for it. */
public enum ProfileField {
    OFFICE_EN("Department, in English"),
    OFFICE_ZH_HANT("Department, in traditional Chinese"),
    OFFICE_ZH_HANS("Department, in simplified Chinese"),
    ADDRESS_EN("Address for letters, in English, lines separated by |"),
    ADDRESS_ZH_HANT("Address for letters, in traditional Chinese, lines separated by |"),
    ADDRESS_ZH_HANS("Address for letters, in simplified Chinese, lines separated by |"),
    SECTOR("Sector"),
    SYSTEM_NAME("Name of the system"),
    SYSTEM_FUNCTION("Function of the system"),
    SYSTEM_TIER("Tier of the system (1, 2 or 3)"),
    SYSTEM_PLACE("Place of the system (within the department, external provider, central service)"),
    SYSTEM_OPERATOR("Operated by (in-house, end user, outsourced)"),
    CONTRACTORS("Contractors engaged, or 'none'"),
    REPORTER("Reporting person: name, post"),
    REPORTER_OFFICE_TEL("Reporting person: office telephone"),
    REPORTER_24H_TEL("Reporting person: telephone at all hours"),
    REPORTER_EMAIL("Reporting person: e-mail"),
    DITSO("Departmental IT Security Officer: name, post, telephone, e-mail"),
    COMMANDER("ISIRT Commander: name, post, telephone, e-mail"),
    DIRECTOR("Director of Bureau: name, post, e-mail"),
    FILE_PREFIX("File number, before the incident's number"),
    SIGNATORY_EN("Post that signs notices, in English"),
    SIGNATORY_ZH_HANT("Post that signs notices, in traditional Chinese"),
    SIGNATORY_ZH_HANS("Post that signs notices, in simplified Chinese"),
    ENQUIRY_PHONE("Telephone for enquiries"),
    ENQUIRY_EMAIL("E-mail for enquiries"),
    PUBLIC_URL("Address of the public page 'am I affected?'");

    private final String label;

    ProfileField(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }
}
