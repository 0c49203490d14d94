package holdfast.tape;

import java.io.IOException;

/** A drive or changer refused or failed a command; {@link #sense()} says of what kind. */
public final class TapeException extends IOException {
    private final SenseKey sense;

    public TapeException(SenseKey sense, String message) {
        super(message);
        this.sense = sense;
    }

    public TapeException(SenseKey sense, String message, Throwable cause) {
        super(message, cause);
        this.sense = sense;
    }

    public SenseKey sense() {
        return sense;
    }
}
