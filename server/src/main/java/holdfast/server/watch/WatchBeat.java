package holdfast.server.watch;

import holdfast.server.platform.Beat;
import org.springframework.stereotype.Component;

/** Lets the server ring by itself every second. */
@Component
class WatchBeat implements Beat {
    private final Watch watch;
    private final ClockGuard guard;

    WatchBeat(Watch watch, ClockGuard guard) {
        this.watch = watch;
        this.guard = guard;
    }

    @Override
    public String name() {
        return "ringing what is due";
    }

    @Override
    public void beat() {
        guard.look();
        watch.ringDue();
    }
}
