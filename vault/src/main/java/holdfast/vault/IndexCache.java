package holdfast.vault;

import holdfast.storage.ObjectName;
import holdfast.storage.StoredObject;
import java.io.IOException;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The index of an open vault, read again when its parts have changed. Thread-safe. */
final class IndexCache {
    private final OpenState vault;
    private @Nullable ChunkIndex index;
    private Set<ObjectName> parts = Set.of();

    IndexCache(OpenState vault) {
        this.vault = vault;
    }

    synchronized ChunkIndex get() throws IOException {
        Set<ObjectName> now =
                IndexLoader.list(vault).stream().map(StoredObject::name).collect(Collectors.toUnmodifiableSet());
        ChunkIndex known = index;
        if (known == null || !now.equals(parts)) {
            known = IndexLoader.all(vault, Problems.IGNORED);
            index = known;
            parts = now;
        }
        return known;
    }
}
