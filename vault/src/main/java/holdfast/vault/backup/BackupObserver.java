package holdfast.vault.backup;

import holdfast.vault.model.ChunkRef;
import holdfast.vault.model.FilePath;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Learns at backup time what lies where, and may leave attachments beside the snapshot. All calls come from one
 * thread, file after file.
 */
public interface BackupObserver {
    /**
     * Where this file's bytes shall go, or null if they are of no interest. A file that is asked for is read even
     * if it did not change since the last backup.
     */
    @Nullable
    ContentSink contentOf(FilePath path);

    /** A regular file is complete; its chunks cover it from start to end. */
    void fileSaved(SavedFile file);

    /** A file could not be read (to the end): it is not in the snapshot. */
    void fileFailed(FilePath path, String reason);

    /** Called once, after the last file: what shall be sealed for the cataloguer beside the snapshot. */
    List<Attachment> finish();

    /**
     * A file as it was saved.
     *
     * @param size in bytes
     */
    record SavedFile(FilePath path, long size, List<ChunkRef> chunks) {}

    /**
     * @param name unique within the snapshot
     * @param bytes not copied
     */
    @SuppressWarnings("ArrayRecordComponent") // compared by nobody
    record Attachment(String name, byte[] bytes) {}
}
