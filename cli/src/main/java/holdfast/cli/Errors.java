package holdfast.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.NoSuchFileException;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.ParseResult;

/** An exception as one line for a person; a stack trace only for what should never happen. */
final class Errors implements IExecutionExceptionHandler {
    @Override
    public int handleExecutionException(Exception error, CommandLine line, ParseResult parsed) {
        Exception cause = error instanceof UncheckedIOException unchecked && unchecked.getCause() != null
                ? unchecked.getCause()
                : error;
        int code = ExitCodes.of(cause);
        String message = message(cause);
        if (isJson(parsed)) {
            line.getErr()
                    .println(new Json()
                            .put("message_type", "exit_error")
                            .put("code", code)
                            .put("message", message));
        } else {
            line.getErr().println("holdfast: " + message);
        }
        if (isFault(cause)) {
            cause.printStackTrace(line.getErr());
        }
        return code;
    }

    private static String message(Exception cause) {
        return switch (cause) {
            case AccessDeniedException denied -> "permission denied: " + denied.getMessage();
            case NoSuchFileException gone -> "there is no " + gone.getMessage();
            default ->
                isFault(cause)
                        ? "a fault of the program itself; please report it with these lines:"
                        : String.valueOf(cause.getMessage());
        };
    }

    /** What no input and no state of the machine should bring about. */
    private static boolean isFault(Exception cause) {
        return !(cause instanceof IOException || cause instanceof IllegalArgumentException);
    }

    private static boolean isJson(ParseResult parsed) {
        @Nullable ParseResult at = parsed;
        while (at != null) {
            if (at.hasMatchedOption("--json")) {
                return true;
            }
            at = at.hasSubcommand() ? at.subcommand() : null;
        }
        return false;
    }
}
