package holdfast.vault.sim;

import holdfast.storage.ByteSource;
import holdfast.storage.NoSuchObjectException;
import holdfast.storage.ObjectName;
import holdfast.storage.ObjectStore;
import holdfast.storage.StoredObject;
import java.io.ByteArrayInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The shared store as one actor reaches it; a rule of the format may be broken on purpose. */
final class SimStore implements ObjectStore {
    private final SimActor actor;
    private final SimWorld world;
    private final Broken broken;
    private @Nullable Instant first;

    /** A rule that this actor does not keep. */
    enum Broken {
        NONE,
        /** A backup goes by a clock that stands still: its view never gets old. */
        AGE_OF_THE_VIEW,
        /** A backup does not see what is marked for deletion. */
        MARKS,
        /** A prune does not wait. */
        GRACE_TIME
    }

    SimStore(SimActor actor, Broken broken) {
        this.actor = actor;
        this.world = actor.world;
        this.broken = broken;
    }

    @Override
    public void put(ObjectName name, ByteSource bytes) throws IOException {
        boolean dies = actor.diesHere();
        if (!dies || actor.random.nextBoolean()) {
            world.put(name, bytes);
        }
        if (dies) {
            throw SimActor.death();
        }
    }

    private void pause() throws IOException {
        if (actor.diesHere()) {
            throw SimActor.death();
        }
    }

    @Override
    public InputStream open(ObjectName name) throws IOException {
        pause();
        return new ByteArrayInputStream(world.get(name));
    }

    @Override
    public byte[] get(ObjectName name, long offset, int length) throws IOException {
        pause();
        byte[] bytes = world.get(name);
        if (offset + length > bytes.length) {
            throw new EOFException("object " + name + " ends");
        }
        return Arrays.copyOfRange(bytes, (int) offset, (int) offset + length);
    }

    @Override
    public boolean exists(ObjectName name) throws IOException {
        pause();
        try {
            world.get(name);
            return true;
        } catch (NoSuchObjectException e) {
            return false;
        }
    }

    @Override
    public Stream<StoredObject> list(String prefix) throws IOException {
        pause();
        return broken == Broken.MARKS && prefix.startsWith("doomed/") ? Stream.empty() : world.list(prefix).stream();
    }

    @Override
    public void delete(Collection<ObjectName> names) throws IOException {
        for (ObjectName name : names) {
            boolean dies = actor.diesHere();
            if (!dies || actor.random.nextBoolean()) {
                world.delete(List.of(name));
            }
            if (dies) {
                throw SimActor.death();
            }
        }
    }

    @Override
    public Instant now() throws IOException {
        pause();
        Instant now = world.now();
        if (first == null) {
            first = now;
        }
        return broken == Broken.AGE_OF_THE_VIEW ? first : now;
    }

    @Override
    public String place() {
        return "the simulated store";
    }
}
