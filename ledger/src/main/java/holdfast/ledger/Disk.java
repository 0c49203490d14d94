package holdfast.ledger;

import java.io.IOException;
import java.util.List;
import java.util.Optional;

/**
 * The files of one ledger or witness, by names with {@code /} between folders. {@link FolderDisk} is a folder;
 * tests put disks in its place that fail or forget.
 *
 * <p>Durability: a file's bytes and name outlive a loss of power after {@link #sync} or {@link #replace} returned,
 * not before. Implementations need not be thread-safe.
 */
public interface Disk {
    /** The whole file; empty if there is none. */
    Optional<byte[]> read(String name) throws IOException;

    /** Writes a file, or writes over it. Until {@link #sync}, a crash may leave any part of it. */
    void write(String name, byte[] bytes) throws IOException;

    /** Puts a file in the place of another in one step: after a crash it is the old or the new one, whole. */
    void replace(String name, byte[] bytes) throws IOException;

    /** Makes everything written so far durable, also what was written before a crash of this process. */
    void sync() throws IOException;

    /** Deletes a file, if it exists; a crash may bring it back until {@link #sync}. */
    void delete(String name) throws IOException;

    /** The names of all files below the folder {@code prefix} ({@code ""} for all), sorted. */
    List<String> list(String prefix) throws IOException;
}
