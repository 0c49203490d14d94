package holdfast.server.incident;

/** What must hold for a rule to apply. Some follow from the facts; the others a person answers. */
public enum Condition {
    ALWAYS(false),
    PERSONAL_DATA(false),
    CLASSIFIED(false),
    /** The ISIRT judges. */
    CRIME_SUSPECTED(true),
    /** The Director of Bureau judges. */
    GOVERNMENT_EMBARRASSED(true),
    CRITICAL_SERVICE(true),
    MEDIA_INTEREST(true),
    CRITICAL_INFRASTRUCTURE(true),
    RISK_TO_PERSONS(true),
    /** No register states a country: whoever knows the persons says so. With it the union's rules apply. */
    PERSONS_IN_EU(true),
    /** As above, for the United Kingdom. */
    PERSONS_IN_UK(true),
    UNSECURED_PHI(true);

    private final boolean judged;

    Condition(boolean judged) {
        this.judged = judged;
    }

    /** Whether a person must answer it. */
    public boolean judged() {
        return judged;
    }
}
