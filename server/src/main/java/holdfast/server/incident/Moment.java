package holdfast.server.incident;

import holdfast.server.platform.Phrase;
import holdfast.server.record.ActorId;
import holdfast.server.record.EntryId;
import java.time.Instant;

/**
 * A mark as it was set. A later setting does not remove an earlier one.
 *
 * @param at the moment itself
 * @param basis on which it rests: a person's own words, or what follows from the record
 * @param setter who set it; {@link ActorId#SYSTEM} where it follows from the record
 * @param setAt when it was set
 * @param entry the ledger entry of the setting
 */
public record Moment(Mark mark, Instant at, Phrase basis, ActorId setter, Instant setAt, EntryId entry) {}
