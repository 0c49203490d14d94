package holdfast.server.media;

/** What was asked of a medium is not possible in its state; the message says why and what to do, for people. */
public final class MediaRefused extends RuntimeException {
    public MediaRefused(String message) {
        super(message);
    }
}
