package holdfast.server.keys;

import holdfast.crypto.KeyAnswer;
import holdfast.tape.Barcode;
import java.util.List;

/**
 * How one cartridge's key stands, over all stores.
 *
 * @param state the weakest claim that every store supports: a key is destroyed only when each store has said so
 * @param answers each store's own answer
 * @param silent the stores that did not answer, each with the reason
 */
public record KeyStanding(Barcode cartridge, State state, List<KeyAnswer> answers, List<String> silent) {
    /** The state of a key over all its copies. */
    public enum State {
        /** No store has it. */
        UNKNOWN,
        /** At least one store would lend it. */
        ACTIVE,
        /** At least one store has not yet said that it holds the key back. */
        QUARANTINE_PENDING,
        /** Every store holds it back. */
        QUARANTINED,
        /** Some, not all, stores have destroyed it. */
        DESTRUCTION_PENDING,
        /** Every store has answered that it destroyed its copy. */
        DESTROYED
    }

    public KeyStanding {
        answers = List.copyOf(answers);
        silent = List.copyOf(silent);
    }
}
