package holdfast.vault.model;

import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * What a vault gets from outside.
 *
 * @param clock stamps snapshots and enrolments
 * @param random draws keys and session ids
 * @param cache a folder for what makes the next backup fast; losing it costs a re-read of the files
 * @param threads how many threads compress and seal; 0: all in the caller's thread, as simulations need it
 */
public record VaultContext(InstantSource clock, SecureRandom random, Optional<Path> cache, int threads) {
    /** Without a cache, one thread for each processor. */
    public static VaultContext of(InstantSource clock, SecureRandom random) {
        return new VaultContext(
                clock, random, Optional.empty(), Runtime.getRuntime().availableProcessors());
    }

    public VaultContext cachedIn(Path folder) {
        return new VaultContext(clock, random, Optional.of(folder), threads);
    }

    /** Threads for one piece of work, which shuts them down. */
    public ExecutorService pool(int most, String name) {
        return threads == 0
                ? new CallersThread()
                : Executors.newFixedThreadPool(
                        most, Thread.ofPlatform().daemon().name(name, 1).factory());
    }
}
