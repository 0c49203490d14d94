package holdfast.server.platform;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/**
 * Runs every {@link Beat} once a second, while the server runs. A beat that fails is logged and tried again at
 * the next second: an alarm must not stay silent because an earlier one failed.
 */
final class Heart implements SmartLifecycle {
    private static final Logger log = LoggerFactory.getLogger(Heart.class);
    private static final Duration EVERY = Duration.ofSeconds(1);

    private final List<Beat> beats;
    private final boolean enabled;
    private volatile ScheduledExecutorService executor = Executors.newSingleThreadScheduledExecutor();
    private volatile boolean running;

    Heart(List<Beat> beats, boolean enabled) {
        this.beats = beats;
        this.enabled = enabled;
    }

    @Override
    public void start() {
        running = true;
        if (enabled) {
            executor = Executors.newSingleThreadScheduledExecutor(
                    task -> Thread.ofPlatform().name("beat").daemon().unstarted(task));
            var _ = executor.scheduleWithFixedDelay(this::beatAll, 0, EVERY.toMillis(), TimeUnit.MILLISECONDS);
        }
    }

    private void beatAll() {
        for (Beat beat : beats) {
            if (!running) {
                return;
            }
            try {
                beat.beat();
            } catch (RuntimeException e) {
                log.error("'{}' failed; it is tried again in a second.", beat.name(), e);
            }
        }
    }

    @Override
    public void stop() {
        running = false;
        executor.shutdown();
        try {
            if (!executor.awaitTermination(10, TimeUnit.SECONDS)) {
                log.warn("The due work did not end within 10 seconds.");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public boolean isRunning() {
        return running;
    }
}
