package holdfast.server.media;

/** Grandfather, father, son: how long a set is kept at the other site, and how often one goes there. */
public enum Generation {
    /** Every working day. */
    SON,
    /** Once a week. */
    FATHER,
    /** On the first of these days of a month. */
    GRANDFATHER
}
