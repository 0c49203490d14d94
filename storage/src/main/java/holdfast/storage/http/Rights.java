package holdfast.storage.http;

/** What a token permits by itself. Nothing is deleted by any of them: that takes the owner's signature. */
public enum Rights {
    /** To read. */
    READS,
    /** To read, and to put what writers make; what the owner makes takes the owner's signature besides. */
    WRITES,
    /** To read, and to put objects of every kind: for copies by a machine that has no owner's key. */
    MIRRORS
}
