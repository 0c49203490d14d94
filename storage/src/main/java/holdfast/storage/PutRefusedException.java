package holdfast.storage;

import java.io.IOException;

/** The store keeps what it has: an object there can neither be replaced by other bytes nor deleted. */
public final class PutRefusedException extends IOException {
    public PutRefusedException(ObjectName name, String place) {
        super("object " + name + " in " + place + " is kept as it is: that store neither overwrites nor deletes");
    }
}
