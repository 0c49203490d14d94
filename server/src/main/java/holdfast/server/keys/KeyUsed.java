package holdfast.server.keys;

import holdfast.server.record.ActorId;
import holdfast.server.record.EntryId;
import holdfast.tape.Barcode;
import java.time.Instant;

/**
 * One use of a key, as recorded before the key was lent.
 *
 * @param purpose in plain words: what for
 * @param entry the entry that proves it
 */
public record KeyUsed(Barcode cartridge, String purpose, ActorId by, Instant at, EntryId entry) {}
