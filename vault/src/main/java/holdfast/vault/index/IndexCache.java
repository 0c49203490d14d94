package holdfast.vault.index;

import holdfast.crypto.VerifyingKey;
import holdfast.storage.ObjectName;
import holdfast.storage.StoredObject;
import holdfast.vault.model.Problems;
import holdfast.vault.pack.OpenState;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** The index of an open vault, read again when its parts have changed. Thread-safe. */
public final class IndexCache {
    private final OpenState vault;
    private final Map<Optional<VerifyingKey>, ChunkIndex> indexes = new HashMap<>();
    private Set<ObjectName> parts = Set.of();

    public IndexCache(OpenState vault) {
        this.vault = vault;
    }

    /** All packs. */
    public ChunkIndex all() throws IOException {
        return get(Optional.empty());
    }

    /** The packs that a writer's snapshots may refer to; see {@link IndexLoader#trustedBy}. */
    public ChunkIndex of(VerifyingKey writer) throws IOException {
        return get(Optional.of(writer));
    }

    private synchronized ChunkIndex get(Optional<VerifyingKey> writer) throws IOException {
        Set<ObjectName> now =
                IndexLoader.list(vault).stream().map(StoredObject::name).collect(Collectors.toUnmodifiableSet());
        if (!now.equals(parts)) {
            indexes.clear();
            parts = now;
        }
        ChunkIndex known = indexes.get(writer);
        if (known == null) {
            known = writer.isEmpty()
                    ? IndexLoader.all(vault, Problems.IGNORED)
                    : IndexLoader.trustedBy(vault, writer.get());
            indexes.put(writer, known);
        }
        return known;
    }
}
