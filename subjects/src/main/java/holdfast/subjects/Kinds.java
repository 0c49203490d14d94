package holdfast.subjects;

/**
 * Kinds of personal data, as codes: screens and letters have their words for them. A kind that is not here is
 * the name of its column, as the register writes it.
 */
public final class Kinds {
    public static final String NAME = "name";
    public static final String IDENTITY_NUMBER = "identity-number";
    /** A number that some office gave: of a member of staff, a case, a customer. */
    public static final String REFERENCE_NUMBER = "reference-number";

    public static final String ADDRESS = "address";
    public static final String EMAIL = "email";
    public static final String TELEPHONE = "telephone";
    public static final String DATE_OF_BIRTH = "date-of-birth";
    public static final String BANK_ACCOUNT = "bank-account";
    public static final String CLAIM = "claim";
    public static final String EMPLOYMENT = "employment";

    private Kinds() {}
}
