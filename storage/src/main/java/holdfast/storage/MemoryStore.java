package holdfast.storage;

import java.io.ByteArrayInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.stream.Stream;

/** Objects in memory, for tests and dry runs: gone with the process. */
public final class MemoryStore implements ObjectStore {
    private final ConcurrentSkipListMap<ObjectName, byte[]> objects = new ConcurrentSkipListMap<>();

    @Override
    public void put(ObjectName name, ByteSource bytes) throws IOException {
        try (InputStream in = bytes.open()) {
            objects.put(name, in.readAllBytes());
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
                .map(e -> new StoredObject(e.getKey(), e.getValue().length));
    }

    @Override
    public void delete(ObjectName name) {
        objects.remove(name);
    }

    @Override
    public String place() {
        return "memory";
    }

    private byte[] bytes(ObjectName name) throws NoSuchObjectException {
        byte[] bytes = objects.get(name);
        if (bytes == null) {
            throw new NoSuchObjectException(name, place());
        }
        return bytes;
    }
}
