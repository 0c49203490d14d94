package holdfast.crypto;

import java.time.Instant;

/**
 * A store's own answer about one key: what it says, by name, of what it holds.
 *
 * @param store the store's name
 * @param key the key asked about
 * @param state the state after the act
 * @param since when the key came into this state, by the clock of the store
 */
public record KeyAnswer(String store, KeyName key, KeyState state, Instant since) {}
