package holdfast.storage.http;

import java.io.IOException;

/** The store did not answer, however often it was asked. What was put before is kept; run the command again. */
public final class StoreUnreachableException extends IOException {
    public StoreUnreachableException(String message, Throwable cause) {
        super(message, cause);
    }
}
