package holdfast.cli;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** Where caches lie: as given, else by the environment, else where the XDG rules put them. */
final class CacheFolder {
    private CacheFolder() {}

    static Path of(@Nullable Path given) {
        if (given != null) {
            return given;
        }
        String own = System.getenv("HOLDFAST_CACHE_DIR");
        if (own != null && !own.isEmpty()) {
            return Path.of(own);
        }
        String xdg = System.getenv("XDG_CACHE_HOME");
        Path base = xdg != null && !xdg.isEmpty() ? Path.of(xdg) : Path.of(System.getProperty("user.home"), ".cache");
        return base.resolve("holdfast");
    }
}
