package holdfast.crypto;

/** What may be done with a key in one store. */
public enum KeyState {
    /** It may be used. */
    ACTIVE,
    /** It is kept but handed to nobody: the reversible first step after a loss. */
    QUARANTINED,
    /** Its bytes are gone from this store; the name stays, so that nobody makes a second key of that name. */
    DESTROYED
}
