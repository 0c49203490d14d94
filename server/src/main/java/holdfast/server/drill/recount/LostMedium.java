package holdfast.server.drill.recount;

import java.io.IOException;

/** A copy of a lost cartridge that can be read. */
public interface LostMedium {
    /** Its barcode. */
    String name();

    /**
     * Gives every object on it, whole.
     *
     * @throws IOException if anything on it cannot be read: a count of a part would be no count
     */
    void objects(Sink sink) throws IOException;

    /** Receives objects. */
    interface Sink {
        void object(String name, byte[] bytes) throws IOException;
    }
}
