package holdfast.server.record;

/** Who cosigns the ledger's checkpoints. */
public interface Witnesses {
    /**
     * From now on asks this witness too, and records that. A witness of the same name is replaced. Who may do
     * this is decided by the caller: this module lies below the one that knows roles.
     *
     * @return the witness's name
     * @throws IllegalArgumentException if the key is not a witness's
     */
    String follow(WitnessAddress address, ActorId by);

    /** The ledger's own public key, which a witness must be told before it cosigns (a vkey). */
    String ledgerKey();
}
