package holdfast.vault.host;

import java.nio.file.FileSystemException;

/** The file system that is written to is full, or the user's share of it. */
public final class NoSpaceException extends FileSystemException {
    private static final long serialVersionUID = 1;

    public NoSpaceException(String path) {
        this(path, "no space left on the device");
    }

    public NoSpaceException(String path, String reason) {
        super(path, null, reason);
    }
}
