package holdfast.storage;

import java.io.IOException;

/** A store failed, however often it was asked. What was put before is kept. */
public final class StoreFailedException extends IOException {
    public StoreFailedException(String message, Throwable cause) {
        super(message, cause);
    }
}
