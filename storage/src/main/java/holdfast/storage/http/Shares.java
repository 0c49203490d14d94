package holdfast.storage.http;

import holdfast.storage.ObjectName;
import holdfast.storage.StoreFullException;
import java.io.IOException;
import java.util.Collection;

/** How much room each caller takes up, and may. Thread-safe. */
public interface Shares {
    /** Everybody may fill the disk. */
    Shares UNLIMITED = new Shares() {
        @Override
        public void take(Caller caller, ObjectName name, long bytes) {}

        @Override
        public void giveBack(Collection<ObjectName> names) {}
    };

    /**
     * Before an object that is not there yet is put.
     *
     * @throws StoreFullException if the caller's share does not suffice
     */
    void take(Caller caller, ObjectName name, long bytes) throws IOException;

    /** The objects are gone, or never came to be. */
    void giveBack(Collection<ObjectName> names) throws IOException;
}
