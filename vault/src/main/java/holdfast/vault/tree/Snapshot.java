package holdfast.vault.tree;

import holdfast.vault.model.FilePath;
import holdfast.vault.model.SnapshotId;
import java.time.Instant;
import java.util.List;

/**
 * A snapshot as a cataloguer sees it.
 *
 * @param host where it was made
 * @param paths as they were asked for
 * @param files regular files, {@code bytes} their sizes together
 * @param writer the public key of the writer that signed it, in base64
 * @param attachments the names of what lies sealed beside it
 */
public record Snapshot(
        SnapshotId id,
        Instant time,
        String host,
        List<FilePath> paths,
        List<String> tags,
        long files,
        long bytes,
        String writer,
        List<String> attachments) {}
