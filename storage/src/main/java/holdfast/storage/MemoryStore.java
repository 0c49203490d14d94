package holdfast.storage;

import java.io.ByteArrayInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.Collection;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.stream.Stream;

/** Objects in memory, for tests and dry runs: gone with the process. */
public final class MemoryStore implements ObjectStore {
    private final ConcurrentSkipListMap<ObjectName, Kept> objects = new ConcurrentSkipListMap<>();
    private final InstantSource clock;

    @SuppressWarnings("ArrayRecordComponent") // compared by nobody
    private record Kept(byte[] bytes, Instant time) {}

    /** A store whose time stands still. */
    public MemoryStore() {
        this(InstantSource.fixed(Instant.EPOCH));
    }

    /** @param clock the store's own */
    public MemoryStore(InstantSource clock) {
        this.clock = clock;
    }

    @Override
    public void put(ObjectName name, ByteSource bytes) throws IOException {
        try (InputStream in = bytes.open()) {
            objects.put(name, new Kept(in.readAllBytes(), now()));
        }
    }

    @Override
    public InputStream open(ObjectName name) throws IOException {
        return new ByteArrayInputStream(bytes(name));
    }

    @Override
    public byte[] get(ObjectName name, long offset, int length) throws IOException {
        byte[] bytes = bytes(name);
        if (offset + length > bytes.length) {
            throw new EOFException("object " + name + " in memory ends at " + bytes.length);
        }
        return Arrays.copyOfRange(bytes, (int) offset, (int) offset + length);
    }

    @Override
    public boolean exists(ObjectName name) {
        return objects.containsKey(name);
    }

    @Override
    public Stream<StoredObject> list(String prefix) {
        return objects.entrySet().stream()
                .filter(e -> e.getKey().value().startsWith(prefix))
                .map(e -> new StoredObject(
                        e.getKey(), e.getValue().bytes().length, e.getValue().time()));
    }

    @Override
    public void delete(Collection<ObjectName> names) {
        names.forEach(objects::remove);
    }

    @Override
    public Instant now() {
        return clock.instant();
    }

    @Override
    public String place() {
        return "memory";
    }

    private byte[] bytes(ObjectName name) throws NoSuchObjectException {
        Kept kept = objects.get(name);
        if (kept == null) {
            throw new NoSuchObjectException(name, place());
        }
        return kept.bytes();
    }
}
