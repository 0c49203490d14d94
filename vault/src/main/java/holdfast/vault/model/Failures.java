package holdfast.vault.model;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.NoSuchFileException;
import java.util.concurrent.ExecutionException;

/** Exceptions on their way to a person. */
public final class Failures {
    private Failures() {}

    /** The cause as it was thrown in the other thread; errors and bugs are thrown on. */
    public static IOException asIoException(ExecutionException e) {
        Throwable cause = e.getCause();
        return switch (cause) {
            case IOException io -> io;
            case UncheckedIOException unchecked -> new IOException(unchecked.getMessage(), unchecked);
            case RuntimeException bug -> throw bug;
            case Error error -> throw error;
            case null, default -> new IOException(String.valueOf(cause), e);
        };
    }

    /** Why a file could not be read or written, in few words. */
    public static String inWords(Exception why) {
        return switch (why) {
            case AccessDeniedException denied -> "permission denied";
            case NoSuchFileException gone -> "it vanished";
            default -> why.getMessage() == null ? why.getClass().getSimpleName() : why.getMessage();
        };
    }
}
