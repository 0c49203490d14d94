package holdfast.vault.restore;

/** What becomes of a file that lies where one is to be restored. */
public enum Overwrite {
    /** It gets the snapshot's content; pieces of it that are right already are not read from the vault. */
    ALWAYS,
    /** Left alone if size and time are those of the snapshot; otherwise as {@link #ALWAYS}. */
    IF_CHANGED,
    /** Left alone unless the snapshot's is of a later time; otherwise as {@link #ALWAYS}. */
    IF_NEWER,
    /** Left alone. */
    NEVER
}
