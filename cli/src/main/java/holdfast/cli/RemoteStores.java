package holdfast.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import holdfast.storage.ObjectStore;
import holdfast.storage.http.Fingerprint;
import holdfast.storage.http.HttpStore;
import holdfast.storage.http.Patience;
import holdfast.storage.http.Pin;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Stores at URLs. Their tokens are in a file of stores, one {@code URL TOKEN [sha256:FINGERPRINT]} a line, as
 * {@code holdfast store token add} prints it: neither a command line nor the environment has to show a token.
 */
final class RemoteStores {
    private static final Set<String> THIS_MACHINE = Set.of("localhost", "127.0.0.1", "[::1]");

    private final Path file;
    private final InstantSource clock;

    /** @param given the file of stores; else the environment's, else the user's */
    RemoteStores(@Nullable Path given, InstantSource clock) {
        this.file = given == null ? standard() : given;
        this.clock = clock;
    }

    private static Path standard() {
        String own = System.getenv("HOLDFAST_STORES");
        if (own != null && !own.isEmpty()) {
            return Path.of(own);
        }
        String xdg = System.getenv("XDG_CONFIG_HOME");
        Path base = xdg != null && !xdg.isEmpty() ? Path.of(xdg) : Path.of(System.getProperty("user.home"), ".config");
        return base.resolve("holdfast").resolve("stores");
    }

    private record Entry(String url, String token, Optional<Fingerprint> pin) {}

    ObjectStore open(String place) throws IOException {
        String url = withoutSlash(place);
        URI uri = URI.create(url);
        if (!"https".equals(uri.getScheme()) && !THIS_MACHINE.contains(String.valueOf(uri.getHost()))) {
            throw new IOException("a token is not sent to " + place + " in the clear: give an https:// address");
        }
        Entry entry = entry(url);
        return entry.pin().isPresent()
                ? HttpStore.pinned(uri, entry.token(), new Pin(entry.pin().get(), clock), Patience.usual())
                : HttpStore.at(uri, entry.token(), Patience.usual());
    }

    private Entry entry(String url) throws IOException {
        if (Files.exists(file)) {
            for (String line : Files.readAllLines(file, UTF_8)) {
                String[] words = line.strip().split("\\s+", -1);
                if (words.length >= 2 && withoutSlash(words[0]).equals(url)) {
                    return new Entry(
                            url,
                            words[1],
                            words.length > 2 ? Optional.of(Fingerprint.parse(words[2])) : Optional.empty());
                }
            }
        }
        throw new IOException("there is no token for " + url + " in the file of stores " + file
                + ": put the line there that 'holdfast store token add' printed on the server, or name another file"
                + " with --stores");
    }

    private static String withoutSlash(String url) {
        return url.endsWith("/") ? url.substring(0, url.length() - 1) : url;
    }
}
