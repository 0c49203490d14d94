package holdfast.storage;

import java.io.IOException;

/**
 * The store does not take the object: it keeps another one of that name for ever, or the bytes are not those that
 * the name is the hash of.
 */
public final class PutRefusedException extends IOException {
    public PutRefusedException(ObjectName name, String place, String reason) {
        super(place + " does not take object " + name + ": " + reason);
    }
}
