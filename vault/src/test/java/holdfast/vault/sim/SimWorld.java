package holdfast.vault.sim;

import holdfast.storage.ByteSource;
import holdfast.storage.NoSuchObjectException;
import holdfast.storage.ObjectName;
import holdfast.storage.StoredObject;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Random;
import java.util.TreeMap;

/**
 * The store that all actors share, and its clock. What is put is seen late, what is deleted is listed for a while;
 * neither longer than an eighth of the grace time. Used by one thread at a time: whoever has the turn.
 */
final class SimWorld {
    final Random random;
    final Duration lag;
    private final TreeMap<ObjectName, Kept> objects = new TreeMap<>();
    private final TreeMap<ObjectName, Ghost> ghosts = new TreeMap<>();
    private Instant now = Instant.parse("2026-01-01T00:00:00Z");
    private boolean calm = true;

    @SuppressWarnings("ArrayRecordComponent") // compared by nobody
    private record Kept(byte[] bytes, Instant time, Instant visible) {}

    private record Ghost(StoredObject object, Instant until) {}

    /** @param lag the longest time that a change may be unseen */
    SimWorld(Random random, Duration lag) {
        this.random = random;
        this.lag = lag;
    }

    Instant now() {
        return now;
    }

    void pass(Duration time) {
        now = now.plus(time);
    }

    void passTo(Instant then) {
        now = then.isAfter(now) ? then : now;
    }

    /** From now on changes are seen late, or at once again. */
    void calm(boolean isCalm) {
        calm = isCalm;
    }

    private Instant seen() {
        boolean atOnce = calm || lag.isZero() || random.nextInt(3) > 0;
        return atOnce ? now : now.plusMillis((long) (random.nextDouble() * lag.toMillis()));
    }

    void put(ObjectName name, ByteSource source) throws IOException {
        try (InputStream in = source.open()) {
            Kept before = objects.get(name);
            Instant visible = before == null ? seen() : before.visible();
            objects.put(name, new Kept(in.readAllBytes(), now, visible));
            ghosts.remove(name);
        }
    }

    byte[] get(ObjectName name) throws NoSuchObjectException {
        Kept kept = objects.get(name);
        if (kept == null || kept.visible().isAfter(now)) {
            throw new NoSuchObjectException(name, "the simulated store");
        }
        return kept.bytes();
    }

    List<StoredObject> list(String prefix) {
        List<StoredObject> listed = new ArrayList<>();
        objects.forEach((name, kept) -> {
            if (name.value().startsWith(prefix) && !kept.visible().isAfter(now)) {
                listed.add(new StoredObject(name, kept.bytes().length, kept.time()));
            }
        });
        ghosts.values().removeIf(ghost -> !ghost.until().isAfter(now));
        ghosts.forEach((name, ghost) -> {
            if (name.value().startsWith(prefix)) {
                listed.add(ghost.object());
            }
        });
        return listed;
    }

    void delete(Collection<ObjectName> names) {
        for (ObjectName name : names) {
            Kept kept = objects.remove(name);
            if (kept != null) {
                ghosts.put(name, new Ghost(new StoredObject(name, kept.bytes().length, kept.time()), seen()));
            }
        }
    }
}
