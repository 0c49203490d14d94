package holdfast.server.keys;

import holdfast.server.record.ActorId;
import holdfast.server.record.EntryId;
import holdfast.tape.Barcode;
import java.time.Instant;
import java.util.Optional;

/**
 * One use of a key: as recorded before the key was lent, or as found in the journal of a key store that was used
 * without the server.
 *
 * @param purpose in plain words: what for
 * @param by who; {@link #OUTSIDE} for a use without the server
 * @param at by the clock of the program that used it
 * @param entry the entry that proves it; empty for a use without the server
 */
public record KeyUsed(Barcode cartridge, String purpose, ActorId by, Instant at, Optional<EntryId> entry) {
    /** Somebody who opened the key store directly, as the command line can. */
    public static final ActorId OUTSIDE = new ActorId("outside-the-server");
}
