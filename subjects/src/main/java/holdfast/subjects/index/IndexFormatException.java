package holdfast.subjects.index;

import java.io.IOException;

/** Bytes that should be a person index are not, or are one of another version; the message says which. */
public final class IndexFormatException extends IOException {
    public IndexFormatException(String message) {
        super(message);
    }

    IndexFormatException(String message, Throwable cause) {
        super(message, cause);
    }
}
