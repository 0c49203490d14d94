package holdfast.crypto;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What every key store promises; run by each implementation. */
abstract class KeyStoreContract {
    static final KeyName KEY = new KeyName("cartridge.HF0001L9");

    /** A new, empty store. */
    abstract KeyStore store();

    /** The same store, opened anew as another program would. */
    abstract KeyStore reopened();

    @Test
    void aKeyIsLentAndTheSameEachTime() {
        KeyStore store = store();
        store.create(KEY);
        byte[] first = bytes(store);
        assertThat(first).hasSize(32);
        assertThat(bytes(store)).isEqualTo(first);
        assertThat(bytes(reopened())).isEqualTo(first);
    }

    @Test
    void twoKeysDiffer() {
        KeyStore store = store();
        store.create(KEY);
        store.create(new KeyName("other"));
        byte[] other = store.use(new KeyName("other"), "test", key -> key.expose(byte[]::clone));
        assertThat(other).isNotEqualTo(bytes(store));
    }

    @Test
    void aLentKeyIsWipedAfterUse() {
        KeyStore store = store();
        store.create(KEY);
        List<Secret> kept = new ArrayList<>();
        store.use(KEY, "test", kept::add);
        assertThatThrownBy(() -> kept.getFirst().expose(byte[]::clone)).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void aKeyOfATakenNameIsRefused() {
        KeyStore store = store();
        store.create(KEY);
        assertThatThrownBy(() -> store.create(KEY)).isInstanceOf(IllegalStateException.class);
        store.destroy(KEY);
        assertThatThrownBy(() -> store.create(KEY))
                .describedAs("a destroyed key's name is never used again")
                .isInstanceOf(IllegalStateException.class);
    }

    @Test
    void anUnknownKeyIsSaidToBeUnknown() {
        KeyStore store = store();
        assertThatThrownBy(() -> bytes(store))
                .isInstanceOfSatisfying(
                        KeyUnavailableException.class,
                        e -> assertThat(e.state()).isEmpty());
        assertThat(store.state(KEY)).isEmpty();
    }

    @Test
    void aQuarantinedKeyIsLentToNobodyUntilReleased() {
        KeyStore store = store();
        store.create(KEY);
        byte[] before = bytes(store);
        assertThat(store.quarantine(KEY).state()).isEqualTo(KeyState.QUARANTINED);
        for (KeyStore each : new KeyStore[] {store, reopened()}) {
            assertThatThrownBy(() -> bytes(each))
                    .isInstanceOf(KeyUnavailableException.class)
                    .hasMessageContaining("quarantine");
        }
        assertThat(store.release(KEY).state()).isEqualTo(KeyState.ACTIVE);
        assertThat(bytes(store)).isEqualTo(before);
    }

    @Test
    void aDestroyedKeyStaysDestroyed() {
        KeyStore store = store();
        store.create(KEY);
        assertThat(store.destroy(KEY).state()).isEqualTo(KeyState.DESTROYED);
        for (KeyStore each : new KeyStore[] {store, reopened()}) {
            assertThatThrownBy(() -> bytes(each)).isInstanceOf(KeyUnavailableException.class);
            assertThatThrownBy(() -> each.release(KEY)).isInstanceOf(KeyUnavailableException.class);
            assertThatThrownBy(() -> each.quarantine(KEY)).isInstanceOf(KeyUnavailableException.class);
            assertThat(each.destroy(KEY).state()).isEqualTo(KeyState.DESTROYED);
            assertThat(each.state(KEY))
                    .hasValueSatisfying(answer -> assertThat(answer.state()).isEqualTo(KeyState.DESTROYED));
        }
    }

    @Test
    void aQuarantinedKeyCanBeDestroyed() {
        KeyStore store = store();
        store.create(KEY);
        store.quarantine(KEY);
        assertThat(store.destroy(KEY).state()).isEqualTo(KeyState.DESTROYED);
    }

    @Test
    void theStoreAnswersByNameForAllItsKeys() {
        KeyStore store = store();
        store.create(new KeyName("b"));
        store.create(new KeyName("a"));
        store.destroy(new KeyName("b"));
        assertThat(store.keys())
                .extracting(answer -> answer.store() + " " + answer.key() + " " + answer.state())
                .containsExactly(store.name() + " a ACTIVE", store.name() + " b DESTROYED");
    }

    @Test
    void everyUseIsInTheJournalBeforeTheKeyIsLent() {
        KeyStore store = store();
        store.create(KEY);
        store.use(
                KEY,
                "write the\ncartridge",
                key -> assertThat(reopened().uses()).hasSize(1));
        assertThatThrownBy(() -> store.use(KEY, "fails", _ -> {
                    throw new java.io.IOException("the drive fell silent");
                }))
                .isInstanceOf(java.io.IOException.class);
        assertThat(reopened().uses())
                .extracting(use -> use.sequence() + " " + use.key() + " " + use.purpose())
                .containsExactly("0 " + KEY + " write the cartridge", "1 " + KEY + " fails");
    }

    @Test
    void aRefusedUseIsNoUse() {
        KeyStore store = store();
        store.create(KEY);
        store.quarantine(KEY);
        assertThatThrownBy(() -> bytes(store)).isInstanceOf(KeyUnavailableException.class);
        assertThat(store.uses()).isEmpty();
    }

    static byte[] bytes(KeyStore store) {
        return store.use(KEY, "test", key -> key.expose(byte[]::clone));
    }
}
