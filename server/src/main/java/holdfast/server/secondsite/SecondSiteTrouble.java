package holdfast.server.secondsite;

/** A second site did not answer as it should; the message says what it said, for people. */
public final class SecondSiteTrouble extends RuntimeException {
    public SecondSiteTrouble(String message, Throwable cause) {
        super(message, cause);
    }
}
