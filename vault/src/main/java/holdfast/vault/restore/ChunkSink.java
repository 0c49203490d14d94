package holdfast.vault.restore;

import holdfast.vault.model.ChunkId;
import java.io.IOException;

/** Receives chunks whose bytes were verified against their ids. */
public interface ChunkSink {
    /** @param bytes the chunk's own array, free to keep */
    void chunk(ChunkId id, byte[] bytes) throws IOException;
}
