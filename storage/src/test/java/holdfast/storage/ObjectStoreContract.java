package holdfast.storage;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.io.EOFException;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What every store must keep to; each implementation's test extends this. */
public abstract class ObjectStoreContract {
    private static final ObjectName NAME = new ObjectName("packs/3f/3f09");
    private static final byte[] BYTES = "seven tapes".getBytes(UTF_8);
    private ObjectStore store;

    /** A new store without objects. */
    protected abstract ObjectStore emptyStore() throws IOException;

    /** Whether this store neither overwrites nor deletes. */
    protected boolean keepsForEver() {
        return false;
    }

    /** What {@link ObjectStore#approvedBy} needs for this store; most ask for nothing. */
    protected Approval ownersApproval() {
        return words -> new byte[0];
    }

    @BeforeEach
    void start() throws IOException {
        store = emptyStore();
    }

    @Test
    void whatWasPutIsGot() throws IOException {
        store.put(NAME, BYTES);
        assertThat(store.get(NAME)).isEqualTo(BYTES);
        assertThat(store.exists(NAME)).isTrue();
        try (var in = store.open(NAME)) {
            assertThat(in.readAllBytes()).isEqualTo(BYTES);
        }
    }

    @Test
    void aPutOfManyPartsJoinsThem() throws IOException {
        store.put(NAME, ByteSource.of(List.of("seven ".getBytes(UTF_8), new byte[0], "tapes".getBytes(UTF_8))));
        assertThat(store.get(NAME)).isEqualTo(BYTES);
    }

    @Test
    void aRangeIsGotAndOneBehindTheEndIsRefused() throws IOException {
        store.put(NAME, BYTES);
        assertThat(store.get(NAME, 6, 5)).isEqualTo("tapes".getBytes(UTF_8));
        assertThatThrownBy(() -> store.get(NAME, 6, 6)).isInstanceOf(EOFException.class);
    }

    @Test
    void anEmptyObjectIsAnObject() throws IOException {
        store.put(NAME, new byte[0]);
        assertThat(store.get(NAME)).isEmpty();
        assertThat(names("")).containsExactly(NAME.value());
    }

    @Test
    void puttingAgainReplaces() throws IOException {
        store.put(NAME, BYTES);
        store.put(NAME, BYTES);
        assertThat(store.get(NAME)).isEqualTo(BYTES);
        if (keepsForEver()) {
            assertThatThrownBy(() -> store.put(NAME, new byte[] {1})).isInstanceOf(PutRefusedException.class);
            assertThat(store.get(NAME)).isEqualTo(BYTES);
        } else {
            store.put(NAME, new byte[] {1});
            assertThat(store.get(NAME)).containsExactly(1);
        }
    }

    @Test
    void aMissingObjectIsNamed() throws IOException {
        assertThat(store.exists(NAME)).isFalse();
        assertThatThrownBy(() -> store.get(NAME))
                .isInstanceOf(NoSuchObjectException.class)
                .hasMessageContaining(NAME.value());
        assertThatThrownBy(() -> store.get(NAME, 0, 1)).isInstanceOf(NoSuchObjectException.class);
        store.delete(NAME);
    }

    @Test
    void aListingIsByPrefixAndTellsSizes() throws IOException {
        store.put(NAME, BYTES);
        store.put(new ObjectName("packs/40/4012"), new byte[3]);
        store.put(new ObjectName("config"), new byte[1]);
        assertThat(names("")).containsExactlyInAnyOrder("packs/3f/3f09", "packs/40/4012", "config");
        assertThat(names("packs/")).hasSize(2);
        assertThat(names("packs/3")).containsExactly("packs/3f/3f09");
        assertThat(names("nothing/")).isEmpty();
        try (Stream<StoredObject> all = store.list("config")) {
            assertThat(all)
                    .extracting(StoredObject::name, StoredObject::size)
                    .containsExactly(tuple(new ObjectName("config"), 1L));
        }
    }

    @Test
    void timesAreTheStores() throws IOException {
        Instant before = store.now();
        store.put(NAME, BYTES);
        Instant after = store.now();
        try (Stream<StoredObject> all = store.list("")) {
            assertThat(all).singleElement().satisfies(o -> assertThat(o.time()).isBetween(before, after));
        }
    }

    @Test
    void aDeletedObjectIsGone() throws IOException {
        store.put(NAME, BYTES);
        if (keepsForEver()) {
            assertThatThrownBy(() -> store.delete(NAME)).isInstanceOf(DeleteRefusedException.class);
            assertThat(store.get(NAME)).isEqualTo(BYTES);
            return;
        }
        store.delete(NAME);
        assertThat(store.exists(NAME)).isFalse();
        assertThat(names("")).isEmpty();
    }

    @Test
    void onlyTheNamedObjectsAreDeleted() throws IOException {
        ObjectStore owners = store.approvedBy(ownersApproval());
        ObjectName other = new ObjectName("packs/40/4012");
        owners.put(NAME, BYTES);
        owners.put(other, BYTES);
        owners.put(new ObjectName("config"), BYTES);
        if (!keepsForEver()) {
            owners.delete(List.of(NAME, other, new ObjectName("never/was")));
            assertThat(names("")).containsExactly("config");
        }
    }

    private List<String> names(String prefix) throws IOException {
        try (Stream<StoredObject> all = store.list(prefix)) {
            return all.map(object -> object.name().value()).toList();
        }
    }
}
