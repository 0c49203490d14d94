package holdfast.server.keys;

import static org.assertj.core.api.Assertions.assertThat;

import holdfast.crypto.FileKeyStore;
import holdfast.crypto.JournalledUse;
import holdfast.crypto.KeyAnswer;
import holdfast.crypto.KeyName;
import holdfast.crypto.KeyState;
import holdfast.crypto.KeyStore;
import holdfast.crypto.KeyUse;
import holdfast.crypto.MasterSecret;
import holdfast.crypto.Secret;
import holdfast.tape.Barcode;
import java.io.IOException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StoreRoundTest {
    private static final Barcode CARTRIDGE = new Barcode("HF0001L9");

    @TempDir
    Path folder;

    @SuppressWarnings("NullAway.Init")
    private KeyStore near;

    @SuppressWarnings("NullAway.Init")
    private Reachable far;

    @SuppressWarnings("NullAway.Init")
    private StoreRound round;

    @BeforeEach
    void twoStoresWithTheSameKey() throws IOException {
        near = store("near");
        far = new Reachable(store("far"));
        near.create(KeyStores.name(CARTRIDGE));
        near.copyTo(far, KeyStores.name(CARTRIDGE), "copy");
        round = new StoreRound(new KeyStores(List.of(near, far)));
    }

    @Test
    void aKeyIsDestroyedOnlyWhenEveryStoreHasAnsweredSo() {
        far.away = true;
        KeyStanding pending = round.bring(CARTRIDGE, KeyState.DESTROYED);
        assertThat(pending.state()).isEqualTo(KeyStanding.State.DESTRUCTION_PENDING);
        assertThat(pending.silent()).singleElement().asString().startsWith("far: ");
        far.away = false;
        assertThat(round.ask(CARTRIDGE).state()).isEqualTo(KeyStanding.State.DESTRUCTION_PENDING);
        assertThat(round.bring(CARTRIDGE, KeyState.DESTROYED).state()).isEqualTo(KeyStanding.State.DESTROYED);
    }

    @Test
    void aStoreThatDoesNotAnswerKeepsNoOtherFromQuarantining() {
        far.away = true;
        assertThat(round.bring(CARTRIDGE, KeyState.QUARANTINED).state())
                .isEqualTo(KeyStanding.State.QUARANTINE_PENDING);
        assertThat(near.state(KeyStores.name(CARTRIDGE)))
                .hasValueSatisfying(answer -> assertThat(answer.state()).isEqualTo(KeyState.QUARANTINED));
    }

    private FileKeyStore store(String name) throws IOException {
        return FileKeyStore.create(
                folder.resolve(name),
                name,
                new MasterSecret.KeyFile(folder.resolve(name + ".master")),
                InstantSource.fixed(Instant.EPOCH),
                new SecureRandom());
    }

    /** A store behind a line that may be down. */
    private static final class Reachable implements KeyStore {
        private final KeyStore store;
        private boolean away;

        Reachable(KeyStore store) {
            this.store = store;
        }

        private KeyStore reached() {
            if (away) {
                throw new IllegalStateException("the line to the other site is down");
            }
            return store;
        }

        @Override
        public String name() {
            return store.name();
        }

        @Override
        public Kind kind() {
            return store.kind();
        }

        @Override
        public KeyAnswer create(KeyName name) {
            return reached().create(name);
        }

        @Override
        public KeyAnswer put(KeyName name, Secret key) {
            return reached().put(name, key);
        }

        @Override
        public <R, X extends Exception> R use(KeyName name, String purpose, KeyUse<R, X> use) throws X {
            return reached().use(name, purpose, use);
        }

        @Override
        public KeyAnswer quarantine(KeyName name) {
            return reached().quarantine(name);
        }

        @Override
        public KeyAnswer release(KeyName name) {
            return reached().release(name);
        }

        @Override
        public KeyAnswer destroy(KeyName name) {
            return reached().destroy(name);
        }

        @Override
        public Optional<KeyAnswer> state(KeyName name) {
            return reached().state(name);
        }

        @Override
        public List<KeyAnswer> keys() {
            return reached().keys();
        }

        @Override
        public List<JournalledUse> uses() {
            return reached().uses();
        }
    }
}
