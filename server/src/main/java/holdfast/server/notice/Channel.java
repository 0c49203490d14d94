package holdfast.server.notice;

/** How a notice reaches a person. */
public enum Channel {
    EMAIL,
    /** Printed, for persons without an e-mail address or whose mail came back. */
    LETTER
}
