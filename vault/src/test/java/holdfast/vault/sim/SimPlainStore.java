package holdfast.vault.sim;

import holdfast.storage.ByteSource;
import holdfast.storage.NoSuchObjectException;
import holdfast.storage.ObjectName;
import holdfast.storage.ObjectStore;
import holdfast.storage.StoredObject;
import java.io.ByteArrayInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.stream.Stream;

/** The shared store without faults, for before and after a history. */
record SimPlainStore(SimWorld world) implements ObjectStore {
    @Override
    public void put(ObjectName name, ByteSource bytes) throws IOException {
        world.put(name, bytes);
    }

    @Override
    public InputStream open(ObjectName name) throws IOException {
        return new ByteArrayInputStream(world.get(name));
    }

    @Override
    public byte[] get(ObjectName name, long offset, int length) throws IOException {
        byte[] bytes = world.get(name);
        if (offset + length > bytes.length) {
            throw new EOFException("object " + name + " ends");
        }
        return Arrays.copyOfRange(bytes, (int) offset, (int) offset + length);
    }

    @Override
    public boolean exists(ObjectName name) {
        try {
            world.get(name);
            return true;
        } catch (NoSuchObjectException e) {
            return false;
        }
    }

    @Override
    public Stream<StoredObject> list(String prefix) {
        return world.list(prefix).stream();
    }

    @Override
    public void delete(Collection<ObjectName> names) {
        world.delete(names);
    }

    @Override
    public Instant now() {
        return world.now();
    }

    @Override
    public String place() {
        return "the simulated store";
    }
}
