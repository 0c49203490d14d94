package holdfast.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class SteadyStoreTest extends ObjectStoreContract {
    private static final ObjectName NAME = new ObjectName("config");

    private final List<Integer> pauses = new ArrayList<>();

    @Override
    protected ObjectStore emptyStore() {
        return new SteadyStore(new MemoryStore(), pauses::add);
    }

    /** A store that fails so often before it does what it is asked for. */
    private SteadyStore failing(int times, IOException how) {
        AtomicInteger left = new AtomicInteger(times);
        ObjectStore memory = new MemoryStore();
        ObjectStore faulty = (ObjectStore) Proxy.newProxyInstance(
                ObjectStore.class.getClassLoader(), new Class<?>[] {ObjectStore.class}, (proxy, method, args) -> {
                    if (!method.getName().equals("place") && left.getAndDecrement() > 0) {
                        throw how;
                    }
                    return method.invoke(memory, args);
                });
        return new SteadyStore(faulty, pauses::add);
    }

    @Test
    void aHiccupIsNotNoticed() throws IOException {
        SteadyStore store = failing(3, new IOException("stale handle"));
        store.put(NAME, new byte[] {1});
        assertThat(pauses).containsExactly(1, 2, 3);
        assertThat(store.get(NAME)).containsExactly(1);
    }

    @Test
    void aStoreThatKeepsFailingIsToldWithItsPlace() {
        assertThatThrownBy(() -> failing(4, new IOException("stale handle")).put(NAME, new byte[1]))
                .isInstanceOf(StoreFailedException.class)
                .hasMessageContaining("stale handle")
                .hasMessageContaining("memory");
    }

    @Test
    void whatWouldFailAgainIsToldAtOnce() {
        assertThatThrownBy(
                        () -> failing(1, new StoreFullException("full", null)).put(NAME, new byte[1]))
                .isInstanceOf(StoreFullException.class);
        assertThat(pauses).isEmpty();
    }
}
