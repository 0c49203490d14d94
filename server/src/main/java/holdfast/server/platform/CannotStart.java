package holdfast.server.platform;

/**
 * A start that is refused for a reason a person can do something about. The message says what, where and what
 * to do next; the command prints it alone, without a stack trace, and exits with {@link #exitCode()}.
 */
public final class CannotStart extends RuntimeException {
    private final int exitCode;

    public CannotStart(String message) {
        this(message, null);
    }

    public CannotStart(String message, @org.jspecify.annotations.Nullable Throwable cause) {
        super(message, cause);
        this.exitCode = 69; // EX_UNAVAILABLE of sysexits.h
    }

    /** The process's exit code: never zero. */
    public int exitCode() {
        return exitCode;
    }
}
