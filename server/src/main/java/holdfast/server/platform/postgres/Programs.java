package holdfast.server.platform.postgres;

import holdfast.server.platform.CannotStart;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Runs one of PostgreSQL's programs to its end. */
final class Programs {
    private Programs() {}

    /**
     * Runs a command in {@code folder} as {@code account} with {@code input} on its standard input.
     *
     * @throws CannotStart with what the program said, if it fails
     */
    static void run(Optional<Account> account, Path folder, String input, List<String> command) {
        try {
            ProcessBuilder builder = new ProcessBuilder(Account.runAs(account, command))
                    .directory(folder.toFile())
                    .redirectErrorStream(true);
            builder.environment().put("LC_ALL", "C");
            builder.environment().put("TZ", "UTC");
            Process process = builder.start();
            try (OutputStream stdin = process.getOutputStream()) {
                stdin.write(input.getBytes(StandardCharsets.UTF_8));
            }
            String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            if (process.waitFor() != 0 || said.contains("FATAL:") || said.contains("ERROR:")) {
                throw new CannotStart(
                        "PostgreSQL's " + command.getFirst() + " failed in " + folder + ": " + lastLines(said));
            }
        } catch (IOException e) {
            throw new CannotStart(
                    "Cannot run " + command.getFirst() + ": " + e.getMessage()
                            + (account.isPresent() ? ". As root, Holdfast also needs 'setpriv' (util-linux)." : ""),
                    e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CannotStart("Interrupted while PostgreSQL was being set up.", e);
        }
    }

    /** The end of a log, which is where programs say why they stopped. */
    static String lastLines(String text) {
        List<String> lines = text.strip().lines().toList();
        return String.join(" | ", lines.subList(Math.max(0, lines.size() - 5), lines.size()));
    }
}
