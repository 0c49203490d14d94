package holdfast.storage;

import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.util.Collection;
import java.util.stream.Stream;

/** A store for dry runs: reads what another one has; what is put or deleted is forgotten at once. */
public final class PretendStore implements ObjectStore {
    private final ObjectStore behind;

    public PretendStore(ObjectStore behind) {
        this.behind = behind;
    }

    @Override
    public void put(ObjectName name, ByteSource bytes) {
        // It would have been put.
    }

    @Override
    public InputStream open(ObjectName name) throws IOException {
        return behind.open(name);
    }

    @Override
    public byte[] get(ObjectName name) throws IOException {
        return behind.get(name);
    }

    @Override
    public byte[] get(ObjectName name, long offset, int length) throws IOException {
        return behind.get(name, offset, length);
    }

    @Override
    public boolean exists(ObjectName name) throws IOException {
        return behind.exists(name);
    }

    @Override
    public Stream<StoredObject> list(String prefix) throws IOException {
        return behind.list(prefix);
    }

    @Override
    public void delete(Collection<ObjectName> names) {
        // They would have been deleted.
    }

    @Override
    public Instant now() throws IOException {
        return behind.now();
    }

    @Override
    public String place() {
        return behind.place();
    }
}
