package holdfast.server.record;

import holdfast.server.platform.ServerOptions;
import java.util.concurrent.Semaphore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * Wakes the integrator as soon as something was committed; many commits while it works make one more round.
 * Does nothing where no due work runs by itself (drills and tests call {@link LedgerBook#integrate}).
 */
@Component
class Nudge implements SmartLifecycle {
    private static final Logger log = LoggerFactory.getLogger(Nudge.class);

    private final ObjectProvider<Integrator> integrator;
    private final boolean enabled;
    private final Semaphore work = new Semaphore(0);
    private volatile boolean running;

    Nudge(ObjectProvider<Integrator> integrator, ServerOptions options) {
        this.integrator = integrator;
        this.enabled = options.beats();
    }

    void nudge() {
        work.release();
    }

    @Override
    public void start() {
        running = true;
        if (enabled) {
            Thread.ofPlatform().name("integrator").daemon().start(this::loop);
        }
    }

    private void loop() {
        while (running) {
            try {
                work.acquire();
                work.drainPermits();
                if (running) {
                    integrator.getObject().integrate();
                }
            } catch (InterruptedException e) {
                return;
            } catch (RuntimeException e) {
                log.error("The ledger could not be written; it is tried again in a second.", e);
            }
        }
    }

    @Override
    public void stop() {
        running = false;
        work.release();
    }

    @Override
    public boolean isRunning() {
        return running;
    }
}
