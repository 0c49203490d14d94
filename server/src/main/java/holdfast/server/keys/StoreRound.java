package holdfast.server.keys;

import holdfast.crypto.KeyAnswer;
import holdfast.crypto.KeyName;
import holdfast.crypto.KeyState;
import holdfast.crypto.KeyStore;
import holdfast.tape.Barcode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Asks every store, and goes on when one does not answer: the others must not wait for it. */
@Component
class StoreRound {
    private final KeyStores stores;

    StoreRound(KeyStores stores) {
        this.stores = stores;
    }

    List<KeyStore> stores() {
        return stores.stores();
    }

    /** How the key stands, by every store's own answer. */
    KeyStanding ask(Barcode cartridge) {
        return round(cartridge, (store, name) -> store.state(name));
    }

    /** Brings every store that has the key into this state. */
    KeyStanding bring(Barcode cartridge, KeyState wanted) {
        return round(cartridge, (store, name) -> store.state(name).map(now -> brought(store, now, wanted)));
    }

    private static KeyAnswer brought(KeyStore store, KeyAnswer now, KeyState wanted) {
        if (now.state() == wanted || now.state() == KeyState.DESTROYED) {
            return now;
        }
        return switch (wanted) {
            case ACTIVE -> store.release(now.key());
            case QUARANTINED -> store.quarantine(now.key());
            case DESTROYED -> store.destroy(now.key());
        };
    }

    private interface Question {
        Optional<KeyAnswer> ask(KeyStore store, KeyName name);
    }

    private KeyStanding round(Barcode cartridge, Question question) {
        List<KeyAnswer> answers = new ArrayList<>();
        List<String> silent = new ArrayList<>();
        for (KeyStore store : stores.stores()) {
            try {
                question.ask(store, KeyStores.name(cartridge)).ifPresent(answers::add);
            } catch (RuntimeException e) {
                silent.add(store.name() + ": " + e.getMessage());
            }
        }
        return new KeyStanding(cartridge, state(answers, !silent.isEmpty()), answers, silent);
    }

    private static KeyStanding.State state(List<KeyAnswer> answers, boolean somebodySilent) {
        Set<KeyState> states = answers.stream().map(KeyAnswer::state).collect(Collectors.toSet());
        if (states.isEmpty()) {
            return KeyStanding.State.UNKNOWN;
        }
        if (states.contains(KeyState.DESTROYED)) {
            boolean all = states.size() == 1 && !somebodySilent;
            return all ? KeyStanding.State.DESTROYED : KeyStanding.State.DESTRUCTION_PENDING;
        }
        if (states.contains(KeyState.QUARANTINED)) {
            boolean all = states.size() == 1 && !somebodySilent;
            return all ? KeyStanding.State.QUARANTINED : KeyStanding.State.QUARANTINE_PENDING;
        }
        return KeyStanding.State.ACTIVE;
    }
}
