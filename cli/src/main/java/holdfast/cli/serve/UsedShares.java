package holdfast.cli.serve;

import static java.nio.charset.StandardCharsets.UTF_8;

import holdfast.storage.FolderStore;
import holdfast.storage.ObjectName;
import holdfast.storage.StoreFullException;
import holdfast.storage.http.Caller;
import holdfast.storage.http.Shares;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/**
 * Who put which object, in a file that only grows while the server runs: {@code NAME SIZE OBJECT} a line, or
 * {@code - OBJECT} for one that is gone. A line is durable before its object is put, so that a crash never makes room
 * for more; at the start, lines of objects that are not there are dropped. Thread-safe.
 */
final class UsedShares implements Shares, AutoCloseable {
    private final Tokens tokens;
    private final FileChannel file;
    private final Map<ObjectName, Used> objects;
    private final Map<String, Long> totals = new HashMap<>();

    private record Used(String name, long size) {}

    private UsedShares(Tokens tokens, FileChannel file, Map<ObjectName, Used> objects) {
        this.tokens = tokens;
        this.file = file;
        this.objects = objects;
        objects.values().forEach(used -> totals.merge(used.name(), used.size(), Long::sum));
    }

    static UsedShares open(ServedFolder folder, FolderStore store, Tokens tokens) throws IOException {
        Map<ObjectName, Used> objects = read(folder.used());
        objects.keySet().removeIf(name -> !store.exists(name));
        StringBuilder text = new StringBuilder();
        objects.forEach((name, used) -> text.append(line(name, used)));
        ServedFolder.write(folder.used(), text.toString().getBytes(UTF_8));
        return new UsedShares(tokens, FileChannel.open(folder.used(), StandardOpenOption.APPEND), objects);
    }

    private static Map<ObjectName, Used> read(Path file) throws IOException {
        Map<ObjectName, Used> objects = new HashMap<>();
        if (!Files.exists(file)) {
            return objects;
        }
        for (String line : Files.readAllLines(file, UTF_8)) {
            String[] words = line.split(" ", -1);
            // The last line may have been cut by a crash; its object was not put.
            if (words.length == 2 && ObjectName.isValid(words[1])) {
                objects.remove(new ObjectName(words[1]));
            } else if (words.length == 3 && ObjectName.isValid(words[2])) {
                objects.put(new ObjectName(words[2]), new Used(words[0], Long.parseLong(words[1])));
            }
        }
        return objects;
    }

    private static String line(ObjectName name, Used used) {
        return used.name() + " " + used.size() + " " + name + "\n";
    }

    @Override
    public synchronized void take(Caller caller, ObjectName name, long bytes) throws IOException {
        OptionalLong quota = tokens.quotaOf(caller.name());
        long used = totals.getOrDefault(caller.name(), 0L);
        if (quota.isPresent() && used + bytes > quota.getAsLong()) {
            throw new StoreFullException(
                    caller.name() + " may put " + quota.getAsLong() + " bytes here and has put " + used
                            + "; ask the operator for a larger quota, or the owner to prune",
                    null);
        }
        Used taken = new Used(caller.name(), bytes);
        append(line(name, taken));
        forget(objects.put(name, taken));
        totals.merge(caller.name(), bytes, Long::sum);
    }

    @Override
    public synchronized void giveBack(Collection<ObjectName> names) throws IOException {
        for (ObjectName name : names) {
            Used gone = objects.remove(name);
            if (gone != null) {
                forget(gone);
                append("- " + name + "\n");
            }
        }
    }

    private void forget(@Nullable Used used) {
        if (used != null) {
            totals.merge(used.name(), -used.size(), Long::sum);
        }
    }

    private void append(String line) throws IOException {
        ByteBuffer bytes = ByteBuffer.wrap(line.getBytes(UTF_8));
        while (bytes.hasRemaining()) {
            file.write(bytes);
        }
        file.force(false);
    }

    @Override
    public synchronized void close() throws IOException {
        file.close();
    }
}
