package holdfast.server.secondsite;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A second site as a child process, on the same class path, on a free port of this machine: for drills and tests. */
public final class SecondSiteProcess implements AutoCloseable {
    private static final Pattern READY = Pattern.compile("The second site is at (http://\\S+) ");

    private final Process process;
    private final Path data;
    private final URI url;

    private SecondSiteProcess(Process process, Path data, URI url) {
        this.process = process;
        this.data = data;
        this.url = url;
    }

    /**
     * Starts one and waits until it answers.
     *
     * @param options further options of the command, such as {@code --drill-clock}
     */
    public static SecondSiteProcess start(Path data, String... options) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC",
                "-Xshare:auto",
                "-cp",
                System.getProperty("java.class.path"),
                SecondSiteCommand.class.getName(),
                "--port=0",
                "--data=" + data));
        command.addAll(List.of(options));
        Files.createDirectories(data);
        Process process = new ProcessBuilder(command)
                .redirectError(
                        ProcessBuilder.Redirect.appendTo(data.resolve("log").toFile()))
                .start();
        BufferedReader out = process.inputReader(UTF_8);
        @Nullable String line = out.readLine();
        Matcher ready = READY.matcher(line == null ? "" : line);
        if (!ready.find()) {
            process.destroyForcibly();
            throw new IOException("the second site did not start; " + data.resolve("log") + " says why");
        }
        return new SecondSiteProcess(process, data, URI.create(ready.group(1)));
    }

    /** How to speak to it. */
    public SecondSiteClient client() throws IOException {
        return new SecondSiteClient(url, token());
    }

    public URI url() {
        return url;
    }

    /** The token that it made at its first start. */
    public String token() throws IOException {
        return Files.readString(data.resolve("token"), UTF_8).strip();
    }

    /** The folder of its copies of the vault, readable here because it runs on this machine. */
    public Path vault() {
        return data.resolve("vault");
    }

    public long pid() {
        return process.pid();
    }

    /** SIGKILL, as a loss of power would. */
    public void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(5, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }
}
