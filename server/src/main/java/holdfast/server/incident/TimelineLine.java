package holdfast.server.incident;

import holdfast.server.record.ActorId;
import holdfast.server.record.EntryId;
import holdfast.server.record.Proof;
import java.time.Instant;
import java.util.OptionalLong;

/** One line of what happened, with the ledger entry that stands behind it. */
public record TimelineLine(
        Instant at, ActorId actor, String act, String words, EntryId entry, OptionalLong index, Proof proof) {}
