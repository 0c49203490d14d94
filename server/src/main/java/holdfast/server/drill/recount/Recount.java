package holdfast.server.drill.recount;

import holdfast.storage.ObjectName;
import holdfast.vault.model.ChunkId;
import holdfast.vault.model.ChunkRef;
import holdfast.vault.model.FileKind;
import holdfast.vault.model.FilePath;
import holdfast.vault.model.PackId;
import holdfast.vault.model.VaultObject;
import holdfast.vault.tree.FileEntry;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** Counts by brute force; see the package. One count, one object, one thread. */
public final class Recount {
    private record Place(FileMarks file, ChunkRef chunk) {}

    private final RecountOrder order;
    private final Map<FilePath, FileMarks> files = new HashMap<>();
    private final Map<ChunkId, List<Place>> places = new HashMap<>();
    private final List<String> differences = new ArrayList<>();
    private final Set<PackId> opened = new HashSet<>();
    private final Set<String> contents = new HashSet<>();
    private long objects;
    private long chunks;
    private long bytes;

    private Recount(RecountOrder order) {
        this.order = order;
    }

    /**
     * Counts.
     *
     * @throws IOException if a medium, an object or a file cannot be read: then there is no count
     */
    public static RecountResult run(RecountOrder order) throws IOException {
        Recount recount = new Recount(order);
        recount.readTrees();
        for (LostMedium medium : order.media()) {
            medium.objects(recount::object);
        }
        return recount.count();
    }

    private void readTrees() throws IOException {
        for (VaultObject object : order.reader().objectsOf(order.snapshot())) {
            if (object.kind() == VaultObject.Kind.DATA) {
                contents.add(object.name().value());
            }
        }
        for (FileEntry entry : order.reader().files(order.snapshot())) {
            if (entry.kind() != FileKind.FILE || entry.chunks().isEmpty()) {
                continue;
            }
            FileMarks file = new FileMarks(order.fileOf().apply(entry.path()));
            files.put(entry.path(), file);
            for (ChunkRef chunk : entry.chunks()) {
                places.computeIfAbsent(chunk.id(), _ -> new ArrayList<>()).add(new Place(file, chunk));
            }
        }
    }

    private void object(String name, byte[] object) throws IOException {
        objects++;
        Optional<PackId> pack = PackId.of(new ObjectName(name));
        if (pack.isPresent() && contents.contains(name) && opened.add(pack.get())) {
            order.reader().openPack(object, this::chunk);
        }
    }

    private void chunk(ChunkId id, byte[] content) {
        chunks++;
        bytes += content.length;
        for (Place place : places.getOrDefault(id, List.of())) {
            place.file().mark(place.chunk(), content, differences);
        }
    }

    private RecountResult count() {
        Set<String> persons = new HashSet<>();
        Map<String, Set<String>> byCategory = new TreeMap<>();
        List<String> broken = new ArrayList<>();
        for (RecountRegister register : order.registers()) {
            FileMarks file = files.get(register.file());
            if (file == null) {
                continue;
            }
            new RegisterFile(file.bytes(), register.delimiter()).rows(row -> {
                if (!file.touched(row.start, row.end)) {
                    return;
                }
                String who = row.sound ? Who.of(register, row) : "";
                if (who.isEmpty()) {
                    broken.add(register.file() + ", line " + row.line);
                    return;
                }
                persons.add(who);
                byCategory
                        .computeIfAbsent(category(register, row), _ -> new HashSet<>())
                        .add(who);
            });
        }
        Map<String, Long> counts = new TreeMap<>();
        byCategory.forEach((category, who) -> counts.put(category, (long) who.size()));
        long marked = files.values().stream().mapToLong(FileMarks::marked).sum();
        return new RecountResult(
                persons.size(), counts, broken, objects, opened.size(), chunks, bytes, marked, differences);
    }

    private static String category(RecountRegister register, RegisterFile.Row row) {
        String own = register.categoryColumn() < 0 ? "" : row.field(register.categoryColumn());
        return own.isEmpty() ? register.category() : own;
    }
}
