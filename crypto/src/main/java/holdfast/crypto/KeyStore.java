package holdfast.crypto;

import java.util.List;
import java.util.Optional;

/**
 * A place that keeps keys and lends them for the length of a callback.
 *
 * <p>A store knows nothing of people and permits: who may ask is decided above, where every use is also
 * recorded. What a store promises: an act has happened durably when its method returns; after a crash a key is
 * in the state before or after, never lost and never half-written; a destroyed key's name is never used again.
 *
 * <p>Thread-safe. I/O failures come as {@link java.io.UncheckedIOException}.
 */
public interface KeyStore {
    /** The name by which this store answers, such as {@code tower}. */
    String name();

    /** What it is. */
    Kind kind();

    /** What a store is. */
    enum Kind {
        /** An encrypted file. */
        FILE,
        /** A hardware security module. */
        MODULE
    }

    /**
     * Makes a new random 32-byte key inside the store.
     *
     * @throws IllegalStateException if the name is taken, whatever its key's state
     */
    KeyAnswer create(KeyName name);

    /**
     * Takes in a key from elsewhere, as replication does.
     *
     * @throws IllegalStateException if the name is taken
     */
    KeyAnswer put(KeyName name, Secret key);

    /**
     * Lends an active key to {@code use}; the secret is wiped when it returns. The use is in the store's journal
     * before the key is lent.
     *
     * @param purpose one line, no secret: what for, or the id of the entry that tells
     * @throws KeyUnavailableException if the key is unknown, quarantined or destroyed
     */
    <R, X extends Exception> R use(KeyName name, String purpose, KeyUse<R, X> use) throws X;

    /**
     * Stops lending the key. Quarantining a quarantined key changes nothing.
     *
     * @throws KeyUnavailableException if it is unknown or destroyed
     */
    KeyAnswer quarantine(KeyName name);

    /**
     * Ends a quarantine. Releasing an active key changes nothing.
     *
     * @throws KeyUnavailableException if it is unknown or destroyed
     */
    KeyAnswer release(KeyName name);

    /**
     * Erases the key's bytes and keeps its name. Destroying a destroyed key changes nothing.
     *
     * @throws KeyUnavailableException if it is unknown
     */
    KeyAnswer destroy(KeyName name);

    /** What the store says of one key; empty if it never had it. */
    Optional<KeyAnswer> state(KeyName name);

    /** What the store says of all its keys, by name. */
    List<KeyAnswer> keys();

    /**
     * The store's own journal: every use through this store, by whatever program, the oldest first. It does not
     * see a copy of the store used elsewhere.
     *
     * @throws IllegalStateException if the journal was changed, naming the line
     */
    List<JournalledUse> uses();

    /**
     * Copies an active key to another store, as one use of it; a name that the other has already is left as it is
     * there.
     *
     * @param purpose for this store's journal
     * @return the other store's answer
     */
    default KeyAnswer copyTo(KeyStore other, KeyName name, String purpose) {
        return other.state(name).orElseGet(() -> use(name, purpose, key -> other.put(name, key)));
    }
}
