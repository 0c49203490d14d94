package holdfast.vault;

import holdfast.storage.ByteSource;
import holdfast.storage.MemoryStore;
import holdfast.storage.ObjectName;
import holdfast.storage.ObjectStore;
import holdfast.storage.StoredObject;
import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.util.Collection;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Fails the given write, a put or a delete, and every one after it, as a process that died; or lets others work before
 * that write.
 */
final class FailingStore implements ObjectStore {
    private final MemoryStore store;
    private final int failAt;
    private final @Nullable Work meanwhile;
    final AtomicInteger writes = new AtomicInteger();

    FailingStore(MemoryStore store, int failAt) {
        this(store, failAt, null);
    }

    /** Fails nothing; does the work before the given write. */
    FailingStore(MemoryStore store, int failAt, @Nullable Work meanwhile) {
        this.store = store;
        this.failAt = failAt;
        this.meanwhile = meanwhile;
    }

    interface Work {
        void run() throws IOException;
    }

    boolean wouldFail(Work work) {
        try {
            work.run();
            return false;
        } catch (IOException e) {
            return true;
        }
    }

    @Override
    public void put(ObjectName name, ByteSource bytes) throws IOException {
        demandPower();
        store.put(name, bytes);
    }

    @Override
    public InputStream open(ObjectName name) throws IOException {
        return store.open(name);
    }

    @Override
    public byte[] get(ObjectName name, long offset, int length) throws IOException {
        return store.get(name, offset, length);
    }

    @Override
    public boolean exists(ObjectName name) {
        return store.exists(name);
    }

    @Override
    public Stream<StoredObject> list(String prefix) {
        return store.list(prefix);
    }

    @Override
    public void delete(Collection<ObjectName> names) throws IOException {
        if (!names.isEmpty()) {
            demandPower();
        }
        store.delete(names);
    }

    @Override
    public Instant now() {
        return store.now();
    }

    @Override
    public String place() {
        return store.place();
    }

    private void demandPower() throws IOException {
        int write = writes.incrementAndGet();
        if (meanwhile != null && write == failAt) {
            meanwhile.run();
        } else if (meanwhile == null && write >= failAt) {
            throw new IOException("the power went");
        }
    }

    static MemoryStore copyOf(MemoryStore store) throws IOException {
        MemoryStore copy = new MemoryStore();
        try (Stream<StoredObject> all = store.list("")) {
            for (StoredObject object : all.toList()) {
                copy.put(object.name(), store.get(object.name()));
            }
        }
        return copy;
    }
}
