package holdfast.ledger;

/** Bytes are not in the format that they should be in. The message says what is wrong and where. */
public final class FormatException extends Exception {
    public FormatException(String message) {
        super(message);
    }
}
