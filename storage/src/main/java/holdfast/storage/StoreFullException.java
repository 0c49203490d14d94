package holdfast.storage;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** The store has no room left (disk full, quota used up). What was put before is kept. */
public final class StoreFullException extends IOException {
    public StoreFullException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
