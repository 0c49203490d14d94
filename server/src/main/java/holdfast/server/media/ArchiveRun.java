package holdfast.server.media;

import holdfast.server.record.ActorId;
import holdfast.tape.Barcode;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * One writing of a snapshot to a tape set.
 *
 * @param finishedAt empty while it runs, and for ever if it was interrupted
 * @param bytes written to all cartridges together, by the size of the objects
 * @param objects written, counted once for each cartridge
 */
public record ArchiveRun(
        RunId id,
        SetId set,
        SnapshotRef snapshot,
        List<Barcode> cartridges,
        Instant startedAt,
        Optional<Instant> finishedAt,
        long objects,
        long bytes,
        ActorId by) {
    public ArchiveRun {
        cartridges = List.copyOf(cartridges);
    }
}
