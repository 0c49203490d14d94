package holdfast.ledger;

import java.io.IOException;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * A disk in memory that can fail at the n-th change and can lose power: then whatever was not synced is, file by
 * file, there, gone, or torn, as the random source says.
 */
final class MemoryDisk implements Disk {
    private final TreeMap<String, byte[]> files = new TreeMap<>();
    /** For each file changed since the last sync, what it was before; null if it was not there. */
    private final Map<String, Optional<byte[]>> unsynced = new LinkedHashMap<>();

    private final RandomGenerator random;
    private int changes;
    private int failAt = Integer.MAX_VALUE;

    MemoryDisk(RandomGenerator random) {
        this.random = random;
    }

    int changes() {
        return changes;
    }

    void failAt(int change) {
        failAt = change;
    }

    void loseFile(String name) {
        files.remove(name);
    }

    void put(String name, byte[] bytes) {
        files.put(name, bytes);
    }

    /** Power is lost, and comes back. */
    void losePower() {
        unsynced.forEach((name, before) -> {
            byte @Nullable [] now = files.get(name);
            switch (random.nextInt(3)) {
                case 0 -> before.ifPresentOrElse(old -> files.put(name, old), () -> files.remove(name));
                case 1 -> {
                    if (now != null && now.length > 0) {
                        files.put(name, Arrays.copyOf(now, random.nextInt(now.length)));
                    }
                }
                default -> {}
            }
        });
        unsynced.clear();
        failAt = Integer.MAX_VALUE;
    }

    /** True if this change is to fail; what it does before that is up to chance. */
    private boolean fails() {
        return changes++ >= failAt;
    }

    private void change(String name, byte @Nullable [] bytes) {
        unsynced.putIfAbsent(name, Optional.ofNullable(files.get(name)));
        if (bytes == null) {
            files.remove(name);
        } else {
            files.put(name, bytes.clone());
        }
    }

    @Override
    public Optional<byte[]> read(String name) {
        return Optional.ofNullable(files.get(name)).map(byte[]::clone);
    }

    @Override
    public void write(String name, byte[] bytes) throws IOException {
        if (fails()) {
            if (random.nextBoolean()) {
                change(name, Arrays.copyOf(bytes, random.nextInt(bytes.length + 1)));
            }
            throw new IOException("the disk failed at write " + name);
        }
        change(name, bytes);
    }

    @Override
    public void replace(String name, byte[] bytes) throws IOException {
        boolean fails = fails();
        if (!fails || random.nextBoolean()) {
            files.put(name, bytes.clone());
        }
        if (fails) {
            throw new IOException("the disk failed at replace " + name);
        }
        sync();
        changes--;
    }

    @Override
    public void sync() throws IOException {
        if (fails()) {
            throw new IOException("the disk failed at sync");
        }
        unsynced.clear();
    }

    @Override
    public void delete(String name) throws IOException {
        if (fails()) {
            throw new IOException("the disk failed at delete " + name);
        }
        change(name, null);
    }

    @Override
    public List<String> list(String prefix) {
        return files.keySet().stream()
                .filter(name -> prefix.isEmpty() || name.startsWith(prefix + "/"))
                .toList();
    }

    @Override
    public String toString() {
        return "memory";
    }
}
