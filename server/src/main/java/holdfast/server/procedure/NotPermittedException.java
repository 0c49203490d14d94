package holdfast.server.procedure;

/** Somebody who may do such things in general may not do this one: the sentence says why, and who may. */
public final class NotPermittedException extends RuntimeException {
    public NotPermittedException(String sentence) {
        super(sentence);
    }
}
