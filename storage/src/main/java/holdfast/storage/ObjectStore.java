package holdfast.storage;

import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;

/**
 * Named byte strings, put whole and read whole or by range.
 *
 * <p>Most names are hashes of the bytes, so putting an object again changes nothing; nothing above relies on
 * put-if-absent or on a listing that is up to date. Implementations are thread-safe. Every method throws
 * {@link NoSuchObjectException} when the object is not there, and another {@link IOException}, whose message
 * names the object and the place, when the store fails.
 */
public interface ObjectStore {
    /**
     * Puts an object. On return it is durable (it survives loss of power) and visible whole; after an exception
     * it is either whole or not there.
     */
    void put(ObjectName name, ByteSource bytes) throws IOException;

    default void put(ObjectName name, byte[] bytes) throws IOException {
        put(name, ByteSource.of(bytes));
    }

    /** A stream over the whole object; the caller closes it. */
    InputStream open(ObjectName name) throws IOException;

    /** The whole object in memory: for objects that are known to be small, or packs. */
    default byte[] get(ObjectName name) throws IOException {
        try (InputStream in = open(name)) {
            return in.readAllBytes();
        }
    }

    /**
     * {@code length} bytes from {@code offset}.
     *
     * @throws java.io.EOFException if the object ends before
     */
    byte[] get(ObjectName name, long offset, int length) throws IOException;

    boolean exists(ObjectName name) throws IOException;

    /**
     * All objects whose name starts with {@code prefix} (empty: all), in no promised order; close the stream.
     * What is put or deleted meanwhile may or may not be listed. A failure while walking is thrown from the
     * stream as {@link java.io.UncheckedIOException}.
     */
    Stream<StoredObject> list(String prefix) throws IOException;

    /**
     * Deletes objects; one that is not there is no error. After an exception some may be gone, others not.
     *
     * @throws DeleteRefusedException if the store asks for an owner's approval, and has none: see {@link #approvedBy}
     */
    void delete(Collection<ObjectName> names) throws IOException;

    /** Deletes one object, as {@link #delete(Collection)} does. */
    default void delete(ObjectName name) throws IOException {
        delete(List.of(name));
    }

    /**
     * The same store, to which whoever approves signs what is deleted through it. A store that deletes for everybody
     * (a folder, the memory) is its own answer.
     */
    default ObjectStore approvedBy(Approval approval) {
        return this;
    }

    /**
     * The time by the clock that stamps {@link StoredObject#time}: an object put after this call is not older. No
     * other clock tells how old an object is.
     */
    Instant now() throws IOException;

    /** Where this is, for messages: {@code folder /srv/vault}. */
    String place();
}
