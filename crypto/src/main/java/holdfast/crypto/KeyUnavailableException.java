package holdfast.crypto;

import java.util.Optional;

/** A store does not lend a key: it never had it, or holds it in quarantine, or has destroyed it. */
public final class KeyUnavailableException extends RuntimeException {
    private final KeyName key;
    private final Optional<KeyState> state;

    private KeyUnavailableException(String message, KeyName key, Optional<KeyState> state) {
        super(message);
        this.key = key;
        this.state = state;
    }

    /** The store has no key of this name. */
    public static KeyUnavailableException unknown(String store, KeyName key) {
        return new KeyUnavailableException("key store '" + store + "' has no key named " + key, key, Optional.empty());
    }

    /** The store has it in a state that forbids what was asked. */
    public static KeyUnavailableException inState(String store, KeyName key, KeyState state) {
        String why = switch (state) {
            case ACTIVE -> "is already active";
            case QUARANTINED -> "is in quarantine: two key holders must release it first";
            case DESTROYED -> "was destroyed: nothing that it protects can be read any more";
        };
        return new KeyUnavailableException(
                "key " + key + " in key store '" + store + "' " + why, key, Optional.of(state));
    }

    public KeyName key() {
        return key;
    }

    /** Empty if the store does not know the key. */
    public Optional<KeyState> state() {
        return state;
    }
}
