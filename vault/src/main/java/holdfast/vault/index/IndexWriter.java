package holdfast.vault.index;

import holdfast.crypto.VerifyingKey;
import holdfast.vault.model.PackId;
import holdfast.vault.pack.IndexPart;
import holdfast.vault.pack.OpenState;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Collects the packs of one backup and puts index parts that tell of them, now and then and at the end. */
public final class IndexWriter {
    /** A backup that is broken off loses at most the work on so many chunks: the next one knows those before. */
    private static final int CHUNKS_A_PART = 50_000;

    private final OpenState vault;
    private final List<IndexPart.Pack> pending = new ArrayList<>();
    private final List<PackId> all = new ArrayList<>();
    private final Duration longest;
    private Instant lastPut;
    private int pendingChunks;
    private long storedBytes;

    public IndexWriter(OpenState vault) {
        this.vault = vault;
        this.longest = vault.config().options().grace().dividedBy(8);
        this.lastPut = vault.context().clock().instant();
    }

    public void add(IndexPart.Pack pack) {
        pending.add(pack);
        all.add(pack.id());
        storedBytes += pack.size();
        pendingChunks += pack.directory().chunks();
        if (pendingChunks >= CHUNKS_A_PART || longSinceLastPut()) {
            try {
                put();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    /** A pack that nothing tells of for the grace time looks like one that a crash left. */
    private boolean longSinceLastPut() {
        return Duration.between(lastPut, vault.context().clock().instant())
                        .abs()
                        .compareTo(longest)
                > 0;
    }

    public void finish() throws IOException {
        if (!pending.isEmpty()) {
            put();
        }
    }

    private void put() throws IOException {
        storedBytes += put(vault, vault.keys().signing().verifyingKey(), pending);
        pending.clear();
        pendingChunks = 0;
        lastPut = vault.context().clock().instant();
    }

    /** Every pack that was added. */
    public List<PackId> packs() {
        return List.copyOf(all);
    }

    /** Puts as many parts as it takes, as {@link #put} does. */
    public static void putAll(OpenState vault, VerifyingKey author, List<IndexPart.Pack> packs) throws IOException {
        List<IndexPart.Pack> part = new ArrayList<>();
        int chunks = 0;
        for (IndexPart.Pack pack : packs) {
            part.add(pack);
            chunks += pack.directory().chunks();
            if (chunks >= CHUNKS_A_PART) {
                put(vault, author, part);
                part.clear();
                chunks = 0;
            }
        }
        if (!part.isEmpty()) {
            put(vault, author, part);
        }
    }

    /** Puts one part, signed by this key in the author's name; returns its bytes. */
    public static long put(OpenState vault, VerifyingKey author, List<IndexPart.Pack> packs) throws IOException {
        byte[] part = IndexPart.encode(
                vault.config().vaultId(),
                author,
                packs,
                vault.indexSeal(),
                vault.keys().signing(),
                vault.context().random());
        vault.store().put(IndexPart.name(part), part);
        return part.length;
    }

    public long storedBytes() {
        return storedBytes;
    }
}
