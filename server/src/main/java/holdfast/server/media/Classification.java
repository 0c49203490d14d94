package holdfast.server.media;

/** Security classification of what lies on a medium, the lowest first. Personal data is RESTRICTED at least. */
public enum Classification {
    UNCLASSIFIED,
    RESTRICTED,
    CONFIDENTIAL,
    SECRET
}
