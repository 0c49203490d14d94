package holdfast.server.drill;

import holdfast.server.platform.Beat;
import holdfast.server.platform.DataFolder;
import holdfast.server.platform.RunningServer;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;

/** A drill under way: the scratch system, its clock, and what was found so far. One thread drives it. */
final class Drill implements AutoCloseable {
    private final DrillOptions options;
    private final DrillClock clock;
    private final RunningServer server;
    private final DrillProgress progress;
    private final Outcomes found = new Outcomes();
    private final Checks checks = new Checks();
    private final Deque<AutoCloseable> beside = new ArrayDeque<>();
    private final String password;

    Drill(DrillOptions options, DrillClock clock, RunningServer server, DrillProgress progress) {
        this.options = options;
        this.clock = clock;
        this.server = server;
        this.progress = progress;
        this.password = Passwords.draw(server.service(SecureRandom.class));
    }

    DrillOptions options() {
        return options;
    }

    DrillClock clock() {
        return clock;
    }

    DrillProgress progress() {
        return progress;
    }

    Outcomes found() {
        return found;
    }

    Checks checks() {
        return checks;
    }

    DataFolder folder() {
        return service(DataFolder.class);
    }

    /** Every person of the drill signs in with it; drawn anew for each drill. */
    String password() {
        return password;
    }

    /** Something that runs beside the drill, closed with it; the last one started is closed first. */
    <T extends AutoCloseable> T beside(T program) {
        beside.push(program);
        return program;
    }

    int port() {
        return server.port();
    }

    /** A service of the scratch system: the very one that the console and the API call. */
    <T> T service(Class<T> type) {
        return server.service(type);
    }

    /** Leaps to a moment and waits until the server has done its own due work of that moment. */
    void leapTo(Instant then) {
        clock.leapTo(then);
        dueWork();
    }

    /** What the server does by itself every second while its clock runs. */
    void dueWork() {
        server.context().getBeanProvider(Beat.class).orderedStream().forEach(Beat::beat);
    }

    @Override
    public void close() throws Exception {
        while (!beside.isEmpty()) {
            beside.pop().close();
        }
    }
}
