package holdfast.server.media;

import holdfast.tape.Barcode;

/** Hears how far an archive run is. Called by the writing thread; returns quickly. */
@FunctionalInterface
public interface ArchiveProgress {
    /** Hears nothing. */
    ArchiveProgress SILENT = (_, _, _) -> {};

    /**
     * @param cartridge that is being written
     * @param written bytes over the whole run so far
     * @param total bytes that the run will write
     */
    void at(Barcode cartridge, long written, long total);
}
