package holdfast.storage.http;

import java.io.IOException;

/** The server does not know us, or does not let us do this. */
public final class StoreRefusedException extends IOException {
    public StoreRefusedException(String message) {
        super(message);
    }
}
