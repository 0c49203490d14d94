package holdfast.server.drill;

import holdfast.server.record.ActorId;
import holdfast.server.record.EntryId;
import java.time.Instant;

/**
 * A drill that was held on a scratch system, as its {@code drill.json} says. This server did not see it.
 *
 * @param sha256 of that file, in hexadecimal: who has the file can hold it against the entry
 * @param cartridges how many went missing
 * @param persons on them, by the person index
 * @param recounted the same, by opening copies of the cartridges and counting
 * @param toHead minutes from the due time until the head of office was told
 * @param identical whether what was restored equals the source byte by byte
 * @param verified whether its ledger was verified
 * @param seconds how long it took
 */
public record HeldDrill(
        String sha256,
        Instant recordedAt,
        ActorId recordedBy,
        String scenario,
        int cartridges,
        long persons,
        long recounted,
        long toHead,
        boolean identical,
        boolean verified,
        double seconds,
        EntryId entry) {
    /** Whether everything that the drill proves was proved. */
    public boolean clean() {
        return persons == recounted && identical && verified;
    }
}
