package holdfast.server.record;

/** How firmly an entry is proved. An administrator of the machine could still remove what is not witnessed. */
public enum Proof {
    /** Committed with its act, not yet in the Merkle tree. */
    PENDING,
    /** In the tree, under a checkpoint that this server signed. */
    INTEGRATED,
    /** Under a checkpoint that a witness cosigned: it cannot be removed or changed without the witness noticing. */
    WITNESSED
}
