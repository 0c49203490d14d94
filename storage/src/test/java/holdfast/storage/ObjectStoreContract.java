package holdfast.storage;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.io.EOFException;
import java.io.IOException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What every store must keep to; each implementation's test extends this. */
public abstract class ObjectStoreContract {
    private static final byte[] BYTES = "seven tapes".getBytes(UTF_8);
    private static final ObjectName NAME = named("packs", BYTES);
    private ObjectStore store;

    /** What an object is called in a vault: by the hash of its bytes, in a folder of its first two digits. */
    public static ObjectName named(String folder, byte[] bytes) {
        String hash = HexFormat.of().formatHex(Digests.sha256().digest(bytes));
        return new ObjectName(folder + "/" + hash.substring(0, 2) + "/" + hash);
    }

    /** A new store without objects. */
    protected abstract ObjectStore emptyStore() throws IOException;

    /** Whether this store changes nothing for those who come without an approval. */
    protected boolean keepsForEver() {
        return false;
    }

    /** Whether what the owner approves of is deleted. */
    protected boolean ownerDeletes() {
        return !keepsForEver();
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
        ObjectName empty = named("packs", new byte[0]);
        store.put(empty, new byte[0]);
        assertThat(store.get(empty)).isEmpty();
        assertThat(names("")).containsExactly(empty.value());
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
        ObjectName other = named("packs", new byte[3]);
        store.put(NAME, BYTES);
        store.put(other, new byte[3]);
        store.put(new ObjectName("config"), new byte[1]);
        assertThat(names("")).containsExactlyInAnyOrder(NAME.value(), other.value(), "config");
        assertThat(names("packs/")).hasSize(2);
        assertThat(names(NAME.value().substring(0, 7))).containsExactly(NAME.value());
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
        ObjectName other = named("packs", new byte[3]);
        owners.put(NAME, BYTES);
        owners.put(other, new byte[3]);
        owners.put(new ObjectName("config"), BYTES);
        if (ownerDeletes()) {
            owners.delete(List.of(NAME, other, named("packs", new byte[4])));
            assertThat(names("")).containsExactly("config");
        }
    }

    private List<String> names(String prefix) throws IOException {
        try (Stream<StoredObject> all = store.list(prefix)) {
            return all.map(object -> object.name().value()).toList();
        }
    }
}
