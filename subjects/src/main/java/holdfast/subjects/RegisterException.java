package holdfast.subjects;

/** A register that cannot be used at all; the message says which, where, and what to do next. */
public final class RegisterException extends Exception {
    public RegisterException(String message) {
        super(message);
    }
}
