package holdfast.vault.index;

import holdfast.crypto.VerifyingKey;
import holdfast.storage.ObjectName;
import holdfast.storage.StoredObject;
import holdfast.vault.key.Revocations;
import holdfast.vault.model.Problems;
import holdfast.vault.pack.IndexPart;
import holdfast.vault.pack.OpenState;
import java.io.IOException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** The index of an open vault, read again when its parts, or who is believed, have changed. Thread-safe. */
public final class IndexCache {
    private final OpenState vault;
    private final Map<Optional<VerifyingKey>, ChunkIndex> indexes = new HashMap<>();
    private Set<ObjectName> made = Set.of();

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
        Set<ObjectName> now = new HashSet<>();
        for (String prefix : List.of(IndexPart.PREFIX, Revocations.PREFIX)) {
            try (Stream<StoredObject> objects = vault.store().list(prefix)) {
                objects.forEach(object -> now.add(object.name()));
            }
        }
        if (!now.equals(made)) {
            indexes.clear();
            made = now;
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
