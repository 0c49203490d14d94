package holdfast.server.keys;

import holdfast.crypto.KeyUnavailableException;
import holdfast.crypto.KeyUse;
import holdfast.server.record.ActorId;
import holdfast.tape.Barcode;
import java.time.Instant;
import java.util.List;
import java.util.Set;

/**
 * The keys of the cartridges, each its own.
 *
 * <p>Every act is an entry about {@code cartridge:BARCODE}. Quarantine is at once and by one person; release and
 * destruction need two different key holders. Safe for use by many threads.
 */
public interface CartridgeKeys {
    /**
     * Makes a key for a cartridge, in every store. A cartridge written anew keeps its key as long as the key is
     * active.
     *
     * @throws IllegalStateException if a key of that cartridge is quarantined or destroyed
     */
    void create(Barcode cartridge, ActorId by);

    /**
     * Lends the key to {@code use}. The use is recorded, and that record committed, before the key is lent,
     * whatever becomes of the caller's own transaction.
     *
     * @param purpose in plain words: "write the cartridge", "recount after the loss"
     * @throws KeyUnavailableException if no store lends it
     */
    <R, X extends Exception> R use(Barcode cartridge, String purpose, ActorId by, KeyUse<R, X> use) throws X;

    /**
     * Stops every store from lending these keys, at once. Keys unknown to every store (of cartridges that
     * Holdfast did not write) are left out; the answer tells.
     *
     * @return how each stands now
     */
    List<KeyStanding> quarantine(Set<Barcode> cartridges, String reason, ActorId by);

    /** Asks that a quarantine end; nothing changes until another key holder grants it. */
    RequestId askRelease(Set<Barcode> cartridges, String reason, ActorId by);

    /**
     * Grants it.
     *
     * @param other a key holder who is not the asker
     * @return how each key stands now
     */
    List<KeyStanding> grantRelease(RequestId request, ActorId other);

    /** Asks that keys be destroyed; nothing changes until another key holder grants it. */
    RequestId askDestruction(Set<Barcode> cartridges, String reason, ActorId by);

    /**
     * Grants it: every store destroys its copy and answers by name. A store that cannot be reached leaves the
     * destruction pending; {@link #settle} asks it again.
     *
     * @param other a key holder who is not the asker
     */
    List<KeyStanding> grantDestruction(RequestId request, ActorId other);

    /** Brings stores into line that did not answer before. Called by the clock; changes nothing else. */
    void settle();

    /** Requests not yet granted, the oldest first. */
    List<KeyRequest> requests();

    /** How the key stands over all stores. */
    KeyStanding standing(Barcode cartridge);

    /** What is known about these keys and their uses since {@code since}; counted at this moment. */
    KeyEvidence evidence(Set<Barcode> cartridges, Instant since);
}
