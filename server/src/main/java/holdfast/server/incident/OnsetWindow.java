package holdfast.server.incident;

import holdfast.server.platform.Phrase;
import holdfast.server.record.EntryId;
import java.time.Instant;
import java.util.Optional;

/**
 * When the loss can have happened: from the last proven possession to the first hand-over that was missed. Clocks run
 * from its beginning until a person sets the onset with a reason.
 *
 * @param basis both ends in words
 * @param lastProven the ledger entry that proves the possession
 */
public record OnsetWindow(Instant from, Instant until, Phrase basis, Optional<EntryId> lastProven) {}
