package holdfast.server.access;

/** An act that this person may not perform. The message may be shown to them. Pages answer it with 403. */
public final class Forbidden extends RuntimeException {
    public Forbidden(String message) {
        super(message);
    }
}
