package holdfast.crypto;

/** Sealed or signed bytes are not what they were: they were changed, or the key is not theirs. */
public final class NotAuthenticException extends Exception {
    public NotAuthenticException(String message) {
        super(message);
    }
}
