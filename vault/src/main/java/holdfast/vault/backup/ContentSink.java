package holdfast.vault.backup;

/** Receives the very bytes of a file that are saved, in order, on one thread. */
public interface ContentSink {
    /** The next bytes; the array is only lent. */
    void bytes(byte[] buffer, int offset, int length);

    /** The file ended; {@link BackupObserver#fileSaved} or {@link BackupObserver#fileFailed} follows. */
    void end();
}
