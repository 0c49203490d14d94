package holdfast.server.media;

import holdfast.server.record.ActorId;
import holdfast.server.record.EntryId;
import java.time.Instant;

/**
 * A moment at which somebody proved to have a cartridge in hand: registered, written, packed, counted, handed
 * over.
 *
 * @param where in words: a site's id, a case, a consignment
 * @param entry the entry that proves it
 */
public record Possession(ActorId who, String where, Instant when, EntryId entry) {}
