package holdfast.server.media;

import holdfast.server.record.ActorId;
import holdfast.tape.Barcode;
import java.util.List;
import java.util.Optional;

/**
 * The end of a cartridge, by two persons: one asks, another sees to it and gives the certificate's number.
 *
 * <p>What the cartridge's state forbids (a legal hold, another place than the shelf) throws {@link MediaRefused}; the
 * same person twice, or a role that is missing, {@link holdfast.server.access.Forbidden}. Nothing has changed then.
 */
public interface Disposals {
    /**
     * Asks that a cartridge on the shelf be disposed of.
     *
     * @param by an operator or a manager
     */
    Disposal ask(Barcode cartridge, String reason, ActorId by);

    /**
     * Takes the request back; the cartridge is kept.
     *
     * @param by an operator, a manager or the head; also whoever asked
     */
    void withdraw(Barcode cartridge, String reason, ActorId by);

    /**
     * Disposes of it under a certificate's number.
     *
     * @param by a manager or the head, and never who asked
     */
    void dispose(Barcode cartridge, String certificate, ActorId by);

    /** Requests that wait for a second person, the oldest first. */
    List<Disposal> waiting();

    /** The request that waits for this cartridge, if there is one. */
    Optional<Disposal> waiting(Barcode cartridge);
}
