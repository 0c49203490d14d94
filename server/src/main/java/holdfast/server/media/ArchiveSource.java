package holdfast.server.media;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;

/** Where an archive run reads the objects of a snapshot, as the vault's store holds them. */
public interface ArchiveSource {
    /** Which snapshot this is. */
    SnapshotRef snapshot();

    /** All objects that restoring the snapshot needs. */
    List<Item> items() throws IOException;

    /** The bytes of one of them. */
    InputStream open(String name) throws IOException;

    /**
     * One object.
     *
     * @param data true for a pack with contents, which goes to one cartridge; false for what goes to each
     */
    record Item(String name, long size, boolean data) {}
}
