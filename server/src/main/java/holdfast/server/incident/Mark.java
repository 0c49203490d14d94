package holdfast.server.incident;

/** The moments from which clocks run. The first three are never the same thing, and are set apart with their basis. */
public enum Mark {
    /** When the loss happened; for a loss in transit a window, of which the beginning counts. */
    ONSET,
    /** When somebody or something first noticed: a missed due time, a short count. */
    SUSPICION,
    /** When the office was reasonably certain of harm, after a preliminary look. */
    AWARENESS,
    /** When the first authority was told. */
    FIRST_REPORT,
    /** When Police, PCPD or media were first told. */
    OTHERS_TOLD,
    /** When the incident was resolved. */
    RESOLVED
}
