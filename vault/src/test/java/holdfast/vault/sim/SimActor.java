package holdfast.vault.sim;

import java.io.IOException;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Random;
import java.util.concurrent.Semaphore;
import org.jspecify.annotations.Nullable;

/** One process on some host. It runs only while it has the turn, and gives it back before each call of the store. */
final class SimActor {
    /** What the process does. */
    interface Work {
        void run(SimActor actor) throws IOException;
    }

    /** What it runs on, and in how many calls of the store that one falls asleep once. */
    enum Host {
        LAPTOP(30),
        SERVER(120);

        private final int callsAwake;

        Host(int callsAwake) {
            this.callsAwake = callsAwake;
        }
    }

    /** In grace times: long enough for one prune to mark, and for another to delete what was marked. */
    private static final double LONGEST_SLEEP = 2.5;

    final String name;
    private final Host host;
    final SimWorld world;
    final Random random;
    private final Duration grace;
    private final Semaphore mine = new Semaphore(0);
    private final Semaphore schedulers = new Semaphore(0);
    private final Thread thread;
    private Instant asleepUntil = Instant.MIN;
    private Duration clockError = Duration.ZERO;
    private boolean crashed;
    private volatile boolean done;
    private volatile @Nullable Throwable bug;

    SimActor(String name, Host host, SimWorld world, Duration grace, Work work) {
        this.name = name;
        this.host = host;
        this.world = world;
        this.grace = grace;
        this.random = new Random(world.random.nextLong());
        this.thread = Thread.ofPlatform().daemon().name("sim-" + name).unstarted(() -> live(work));
    }

    private void live(Work work) {
        mine.acquireUninterruptibly();
        try {
            work.run(this);
        } catch (IOException e) {
            // A process that fails says so and ends: what it did not report does not count.
        } catch (RuntimeException | Error e) {
            bug = crashed ? null : e;
        } finally {
            done = true;
            schedulers.release();
        }
    }

    /** Lets it go on to its next call of the store, or to its end. */
    void turn() {
        if (thread.getState() == Thread.State.NEW) {
            thread.start();
        }
        mine.release();
        schedulers.acquireUninterruptibly();
        Throwable found = bug;
        if (found != null) {
            throw new AssertionError(name + " failed as no program should", found);
        }
    }

    boolean isDone() {
        return done;
    }

    Instant asleepUntil() {
        return asleepUntil;
    }

    /** Before each call of the store: time passes, others run; a host may sleep, and a process may die. */
    boolean diesHere() throws IOException {
        if (crashed) {
            throw death();
        }
        world.pass(grace.dividedBy(50 + random.nextInt(1000)));
        if (random.nextInt(host.callsAwake) == 0) {
            asleepUntil = world.now().plusMillis((long) (LONGEST_SLEEP * random.nextDouble() * grace.toMillis()));
        }
        if (random.nextInt(20) == 0) {
            clockError = Duration.ofHours(random.nextInt(200_000) - 100_000);
        }
        schedulers.release();
        mine.acquireUninterruptibly();
        crashed = random.nextInt(150) == 0;
        return crashed;
    }

    static IOException death() {
        return new IOException("the power went");
    }

    /** The clock of its host, which nobody should believe. */
    InstantSource clock() {
        return () -> world.now().plus(clockError);
    }

    /** The same numbers for the same seed. */
    SecureRandom secrets() {
        return new SecureRandom() {
            @Override
            public void nextBytes(byte[] bytes) {
                random.nextBytes(bytes);
            }
        };
    }
}
