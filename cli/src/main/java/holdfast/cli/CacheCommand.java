package holdfast.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code holdfast cache}: what is remembered on this machine between backups. Any role: it needs no key. */
@Command(
        name = "cache",
        description = "Lists the caches of vaults on this machine, and clears old ones away. A lost cache costs the"
                + " next backup a re-read of all files. Needs no key.",
        mixinStandardHelpOptions = true)
final class CacheCommand implements Callable<Integer> {
    /** A vault's id; nothing else in the folder is ours to delete. */
    private static final Pattern VAULT_ID = Pattern.compile("[0-9a-f]{32}");

    @Option(
            names = "--cache-dir",
            paramLabel = "DIR",
            description = "Where they are. Default: $$HOLDFAST_CACHE_DIR, then the user's cache.")
    private @Nullable Path folder;

    @Option(names = "--cleanup", description = "Delete those that were not used for long.")
    private boolean cleanup;

    @Option(names = "--max-age", paramLabel = "DAYS", description = "How long. Default: ${DEFAULT-VALUE}")
    private int maxAge = 30;

    @Option(names = "--json", description = "JSON on standard output, one object a line.")
    private boolean json;

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    /** One vault's cache. */
    private record Cache(Path path, Instant used, long bytes) {}

    @Override
    public Integer call() throws IOException {
        Path place = CacheFolder.of(folder);
        Instant old = Clock.systemUTC().instant().minus(maxAge, ChronoUnit.DAYS);
        if (!json) {
            spec.commandLine().getOut().println("caches are in " + place);
        }
        for (Cache cache : caches(place)) {
            boolean delete = cleanup && cache.used().isBefore(old);
            if (delete) {
                for (Path path : everything(cache.path()).reversed()) {
                    Files.deleteIfExists(path);
                }
            }
            print(cache, delete);
        }
        return ExitCodes.DONE;
    }

    private void print(Cache cache, boolean deleted) {
        String vault = String.valueOf(cache.path().getFileName());
        if (json) {
            spec.commandLine()
                    .getOut()
                    .println(new Json()
                            .put("vault", vault)
                            .put("last_used", cache.used().toString())
                            .put("size", cache.bytes())
                            .put("deleted", deleted));
        } else {
            Duration age = Duration.between(cache.used(), Clock.systemUTC().instant());
            spec.commandLine()
                    .getOut()
                    .printf(
                            "%s  %10s  used %d days ago%s%n",
                            vault.substring(0, 10),
                            Sizes.bytes(cache.bytes()),
                            age.toDays(),
                            deleted ? ", deleted" : "");
        }
    }

    private static List<Cache> caches(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        List<Path> vaults;
        try (Stream<Path> found = Files.list(folder)) {
            vaults = found.filter(path ->
                            VAULT_ID.matcher(String.valueOf(path.getFileName())).matches())
                    .sorted()
                    .toList();
        }
        List<Cache> caches = new ArrayList<>();
        for (Path vault : vaults) {
            long bytes = 0;
            Instant used = Instant.EPOCH;
            for (Path path : everything(vault)) {
                FileTime changed = Files.getLastModifiedTime(path);
                used = used.isAfter(changed.toInstant()) ? used : changed.toInstant();
                bytes += Files.isRegularFile(path) ? Files.size(path) : 0;
            }
            caches.add(new Cache(vault, used, bytes));
        }
        caches.sort(Comparator.comparing(Cache::used).reversed());
        return caches;
    }

    /** A folder before what is in it. */
    private static List<Path> everything(Path folder) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            return all.toList();
        }
    }
}
