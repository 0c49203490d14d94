package holdfast.vault.host;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;

/** Numbers of errors that mean something here, and the exceptions for them. */
final class Errno {
    static final int EPERM = 1;
    static final int ENOENT = 2;
    static final int EINTR = 4;
    static final int EACCES = 13;
    static final int EEXIST = 17;
    static final int ENOTDIR = 20;
    static final int EISDIR = 21;
    static final int ENOSPC = 28;
    static final int ERANGE = 34;
    static final int ENAMETOOLONG = 36;
    static final int ENODATA = 61;
    static final int EOPNOTSUPP = 95;
    static final int EDQUOT = 122;

    private Errno() {}

    /** @param result what a call returned: a negative errno */
    static IOException exception(long result, String path) {
        int errno = (int) -result;
        return switch (errno) {
            case ENOENT, ENOTDIR -> new NoSuchFileException(path);
            case EACCES -> new AccessDeniedException(path);
            case EPERM -> new FileSystemException(path, null, "operation not permitted");
            case ENOSPC, EDQUOT -> new NoSpaceException(path);
            case ENAMETOOLONG -> new FileSystemException(path, null, "the name is too long");
            case EEXIST -> new FileSystemException(path, null, "something else is there already");
            case 5 -> new FileSystemException(path, null, "input/output error");
            case 39 -> new FileSystemException(path, null, "a folder that is not empty is in the way");
            case 24 -> new FileSystemException(path, null, "too many open files");
            case 40 -> new FileSystemException(path, null, "it became a symbolic link");
            default -> new FileSystemException(path, null, "error " + errno + " of the operating system");
        };
    }
}
