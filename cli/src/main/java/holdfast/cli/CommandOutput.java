package holdfast.cli;

import holdfast.vault.host.StreamHost;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;

/** What a command prints. It counts as ended when the command has succeeded. */
final class CommandOutput implements StreamHost.Source {
    private final String name;
    private final Process process;

    /** Starts the command. */
    CommandOutput(List<String> words) throws IOException {
        this.name = words.getFirst();
        this.process = new ProcessBuilder(words)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .redirectInput(ProcessBuilder.Redirect.INHERIT)
                .start();
    }

    @Override
    public InputStream open() {
        return process.getInputStream();
    }

    @Override
    public void ended() throws IOException {
        try {
            int code = process.waitFor();
            if (code != 0) {
                throw new IOException("the command '" + name + "' failed with exit code " + code);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted while the command ran", e);
        }
    }
}
