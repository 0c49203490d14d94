package holdfast.storage;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.ClosedByInterruptException;
import java.nio.file.AccessDeniedException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.time.Instant;
import java.util.Collection;
import java.util.stream.Stream;

/**
 * A store that fails now and then, asked again: a network mount that hiccups must not end a backup of hours. What
 * would fail again in the same way (no such object, no room, no right) is told at once. A stream that breaks while it
 * is read is not mended here; {@link #get(ObjectName)} is.
 */
public final class SteadyStore implements ObjectStore {
    private static final int TRIES = 4;

    private final ObjectStore behind;
    private final Pause pause;

    /** What happens between two tries: waiting, longer each time. */
    public interface Pause {
        /** @param failures how many tries have failed so far */
        void after(int failures) throws InterruptedException;
    }

    public SteadyStore(ObjectStore behind, Pause pause) {
        this.behind = behind;
        this.pause = pause;
    }

    private interface Work<T> {
        T run() throws IOException;
    }

    private <T> T steadily(Work<T> work) throws IOException {
        for (int failures = 1; ; failures++) {
            try {
                return work.run();
            } catch (IOException e) {
                if (isFinal(e)) {
                    throw e;
                }
                if (failures == TRIES) {
                    throw new StoreFailedException(
                            behind.place() + " failed " + TRIES + " times: " + e.getMessage()
                                    + "; what was put before is kept, run it again when the store is well",
                            e);
                }
                rest(failures, e);
            }
        }
    }

    private void rest(int failures, IOException why) throws IOException {
        try {
            pause.after(failures);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw why;
        }
    }

    private static boolean isFinal(IOException e) {
        return switch (e) {
            case NoSuchObjectException none -> true;
            case StoreFullException full -> true;
            case PutRefusedException refused -> true;
            case DeleteRefusedException refused -> true;
            case EOFException shorter -> true;
            case AccessDeniedException denied -> true;
            case NoSuchFileException gone -> true;
            case NotDirectoryException file -> true;
            case ClosedByInterruptException interrupted -> true;
            default -> false;
        };
    }

    @Override
    public void put(ObjectName name, ByteSource bytes) throws IOException {
        steadily(() -> {
            behind.put(name, bytes);
            return true;
        });
    }

    @Override
    public InputStream open(ObjectName name) throws IOException {
        return steadily(() -> behind.open(name));
    }

    @Override
    public byte[] get(ObjectName name) throws IOException {
        return steadily(() -> behind.get(name));
    }

    @Override
    public byte[] get(ObjectName name, long offset, int length) throws IOException {
        return steadily(() -> behind.get(name, offset, length));
    }

    @Override
    public boolean exists(ObjectName name) throws IOException {
        return steadily(() -> behind.exists(name));
    }

    @Override
    public Stream<StoredObject> list(String prefix) throws IOException {
        return steadily(() -> behind.list(prefix));
    }

    @Override
    public void delete(Collection<ObjectName> names) throws IOException {
        steadily(() -> {
            behind.delete(names);
            return true;
        });
    }

    @Override
    public ObjectStore approvedBy(Approval approval) {
        return new SteadyStore(behind.approvedBy(approval), pause);
    }

    @Override
    public Instant now() throws IOException {
        return steadily(behind::now);
    }

    @Override
    public String place() {
        return behind.place();
    }
}
