package holdfast.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.NoSuchFileException;
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
        switch (cause) {
            case AccessDeniedException denied ->
                line.getErr().println("holdfast: permission denied: " + denied.getMessage());
            case NoSuchFileException gone -> line.getErr().println("holdfast: there is no " + gone.getMessage());
            case IOException io -> line.getErr().println("holdfast: " + io.getMessage());
            case IllegalArgumentException wrong -> line.getErr().println("holdfast: " + wrong.getMessage());
            default -> {
                line.getErr().println("holdfast: a fault of the program itself; please report it with these lines:");
                cause.printStackTrace(line.getErr());
            }
        }
        return ExitCodes.of(cause);
    }
}
