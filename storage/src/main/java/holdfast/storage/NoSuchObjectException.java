package holdfast.storage;

import java.io.IOException;

/** There is no object of that name in the store. */
public final class NoSuchObjectException extends IOException {
    private final ObjectName name;

    public NoSuchObjectException(ObjectName name, String place) {
        super("there is no object " + name + " in " + place);
        this.name = name;
    }

    public ObjectName name() {
        return name;
    }
}
