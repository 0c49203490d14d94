package holdfast.vault.index;

import holdfast.vault.pack.IndexPart;
import holdfast.vault.pack.OpenState;
import holdfast.vault.pack.PackDirectory;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;

/** Collects the packs of one backup and puts index parts that tell of them, now and then and at the end. */
public final class IndexWriter {
    /** A backup that is broken off loses at most the work on so many chunks: the next one knows those before. */
    private static final int CHUNKS_A_PART = 50_000;

    private final OpenState vault;
    private final List<IndexPart.Pack> pending = new ArrayList<>();
    private int pendingChunks;
    private long storedBytes;

    public IndexWriter(OpenState vault) {
        this.vault = vault;
    }

    public void add(IndexPart.Pack pack) {
        pending.add(pack);
        storedBytes += pack.size();
        for (PackDirectory.Group group : pack.directory().groups()) {
            pendingChunks += group.chunks();
        }
        if (pendingChunks >= CHUNKS_A_PART) {
            try {
                put();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    public void finish() throws IOException {
        if (!pending.isEmpty()) {
            put();
        }
    }

    private void put() throws IOException {
        byte[] part = IndexPart.encode(
                vault.config().vaultId(),
                vault.keys().signing().verifyingKey(),
                pending,
                vault.indexSeal(),
                vault.keys().signing(),
                vault.context().random());
        vault.store().put(IndexPart.name(part), part);
        storedBytes += part.length;
        pending.clear();
        pendingChunks = 0;
    }

    public long storedBytes() {
        return storedBytes;
    }
}
