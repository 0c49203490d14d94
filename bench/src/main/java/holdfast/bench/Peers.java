package holdfast.bench;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/** Finds the tools: in the folder given, on PATH, and restic from its official release. */
final class Peers {
    private static final String RESTIC_VERSION = "0.19.1";
    private static final String RESTIC_AMD64 = "f415415624dcc452f2a02b8c33641791a8c6d6d3b65bbb3543fcf9a25151585c";
    private static final String RESTIC_ARM64 = "a5f64aaab53d51e311fa3829124c5b703f2d14cf187d8640b6be3b2b49376465";

    private final Options options;

    Peers(Options options) {
        this.options = options;
    }

    /** Those asked for that are there; what is missing is said. */
    List<Tool> find() throws IOException, InterruptedException {
        List<Tool> found = new ArrayList<>();
        for (String name : options.tools()) {
            find(name).ifPresentOrElse(found::add, () -> System.out.println("not there, left out: " + name));
        }
        return found;
    }

    private Optional<Tool> find(String name) throws IOException, InterruptedException {
        return switch (name) {
            case "holdfast" -> {
                Path command = options.project().resolve("holdfast");
                String version = output(command + " --version").orElseThrow(() -> new IllegalStateException(
                        "holdfast does not start; run " + command + " --version and see why"));
                yield Optional.of(new Tools.Holdfast(name, version + commit(), command));
            }
            case "restic" -> restic().flatMap(at -> version(at, "version").map(v -> new Tools.Restic(name, v, at)));
            case "borg" -> onPath("borg").flatMap(at -> version(at, "--version").map(v -> new Tools.Borg(name, v, at)));
            case "tar" -> onPath("age").flatMap(age -> onPath("zstd").flatMap(zstd -> version(age, "--version")
                    .map(v -> new Tools.TarAge(name, "tar | zstd -3 | age " + v, age, zstd))));
            default -> throw new IllegalArgumentException("there is no tool " + name + "\n" + Options.USAGE);
        };
    }

    private String commit() throws IOException, InterruptedException {
        return output("git -C " + options.project() + " describe --always --dirty")
                .map(c -> ", commit " + c)
                .orElse("");
    }

    private Optional<Path> restic() throws IOException, InterruptedException {
        Optional<Path> there = onPath("restic");
        Path fetched = options.work().resolve("restic-" + RESTIC_VERSION);
        if (there.isPresent() || Files.isExecutable(fetched)) {
            return there.or(() -> Optional.of(fetched));
        }
        boolean arm = System.getProperty("os.arch").equals("aarch64");
        String asset = "restic_" + RESTIC_VERSION + "_linux_" + (arm ? "arm64" : "amd64") + ".bz2";
        URI uri = URI.create("https://github.com/restic/restic/releases/download/v" + RESTIC_VERSION + "/" + asset);
        try {
            Files.createDirectories(options.work());
            byte[] packed = download(uri);
            if (!sha256(packed).equals(arm ? RESTIC_ARM64 : RESTIC_AMD64)) {
                System.out.println("restic's release is not the one that is pinned (" + sha256(packed) + ")");
                return Optional.empty();
            }
            Path archive = Files.write(options.work().resolve(asset), packed);
            output("bzip2 -dc " + archive + " >" + fetched + " && chmod 755 " + fetched);
            Files.delete(archive);
            return Files.isExecutable(fetched) ? Optional.of(fetched) : Optional.empty();
        } catch (IOException e) {
            System.out.println("restic is not on PATH and could not be fetched from " + uri + ": " + e);
            return Optional.empty();
        }
    }

    private static byte[] download(URI uri) throws IOException, InterruptedException {
        try (HttpClient client = HttpClient.newBuilder()
                .followRedirects(HttpClient.Redirect.NORMAL)
                .connectTimeout(Duration.ofSeconds(10))
                .build()) {
            HttpResponse<byte[]> answer = client.send(
                    HttpRequest.newBuilder(uri).timeout(Duration.ofMinutes(3)).build(),
                    HttpResponse.BodyHandlers.ofByteArray());
            if (answer.statusCode() != 200) {
                throw new IOException("answered " + answer.statusCode());
            }
            return answer.body();
        }
    }

    private static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    private Optional<Path> onPath(String name) {
        List<Path> folders = new ArrayList<>();
        options.peers().ifPresent(folder -> folders.add(folder.toAbsolutePath()));
        for (String folder : System.getenv().getOrDefault("PATH", "").split(":")) {
            folders.add(Path.of(folder));
        }
        return folders.stream()
                .map(folder -> folder.resolve(name))
                .filter(Files::isExecutable)
                .findFirst();
    }

    private static Optional<String> version(Path command, String question) {
        try {
            return output(command + " " + question);
        } catch (IOException e) {
            return Optional.empty();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }

    /** The first line that a command prints, if it ends well. */
    static Optional<String> output(String command) throws IOException, InterruptedException {
        Process process = new ProcessBuilder("bash", "-c", command)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        String all = new String(process.getInputStream().readAllBytes(), UTF_8);
        return process.waitFor() == 0
                ? Optional.of(all.lines().findFirst().orElse(""))
                : Optional.empty();
    }
}
