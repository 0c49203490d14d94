package holdfast.server.record;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;

/**
 * One act, as recorded.
 *
 * @param index its place in the ledger from 0, once integrated
 * @param at    when, by the application's clock
 * @param facts as read back from the canonical bytes: strings, booleans, longs, lists, maps, nulls
 */
public record Entry(
        EntryId id,
        OptionalLong index,
        Instant at,
        ActorId actor,
        String act,
        Map<String, Object> facts,
        List<Ref> about,
        Proof proof) {}
