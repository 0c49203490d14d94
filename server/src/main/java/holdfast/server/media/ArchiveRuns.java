package holdfast.server.media;

import holdfast.server.record.ActorId;
import holdfast.tape.Barcode;
import java.io.IOException;
import java.util.List;
import java.util.Set;

/** Writes snapshots to tape sets, and remembers which object lies on which cartridge. */
public interface ArchiveRuns {
    /**
     * Writes a snapshot, each cartridge under its own key, and records it. Cartridges are written over; what the
     * register knew of them is forgotten when the whole run has finished.
     *
     * @throws MediaRefused if a cartridge is unknown, not on the shelf, under legal hold, or the set's name taken
     * @throws IOException if reading or writing failed: what was on the cartridges before and what should have been
     *     written then both count as being on them
     */
    ArchiveRun write(ArchiveOrder order, ActorId by, ArchiveProgress progress) throws IOException;

    /** All runs, the newest first. */
    List<ArchiveRun> runs();

    /** What lies on these cartridges now, as far as Holdfast wrote it; after an interrupted run, what may. */
    List<Archived> on(Set<Barcode> cartridges);

    /** The runs whose objects lie, or may lie, on these cartridges now. */
    List<ArchiveRun> runsOn(Set<Barcode> cartridges);
}
