package holdfast.server.incident;

/** The reports that Holdfast can fill in. The names are the table's {@code form}. */
public enum Form {
    POLICE("Police", "Hong Kong Police Force, Cyber Security and Technology Crime Bureau"),
    PCPD("PCPD", "Office of the Privacy Commissioner for Personal Data"),
    SECURITY_BUREAU("Security Bureau", "Security Bureau"),
    DPO_C2("Digital Policy Office", "Digital Policy Office, Government Information Security Incident Response Office"),
    BUREAU_C41("Director of Bureau", "Director of Bureau"),
    DPO_C31("Digital Policy Office", "Digital Policy Office, Government Information Security Incident Response Office"),
    DPO_C32("Digital Policy Office", "Digital Policy Office, Government Information Security Incident Response Office"),
    BUREAU_C42("Director of Bureau", "Director of Bureau; endorsed copy to the Digital Policy Office"),
    EU_ART33("EU authority", "The competent supervisory authority of the European Union"),
    UK_ICO("ICO", "Information Commissioner's Office, United Kingdom");

    private final String authority;
    private final String addressee;

    Form(String authority, String addressee) {
        this.authority = authority;
        this.addressee = addressee;
    }

    /** The authority in two or three words. */
    public String authority() {
        return authority;
    }

    /** To whom it is addressed. */
    public String addressee() {
        return addressee;
    }
}
