import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Writes the files of a snapshot into a folder. A file of which a part is lost is written with zeros in that part's
 * place, under its name with {@code .damaged} behind it, and named.
 */
final class Restore {
    private static final int HOLE_BYTES = 4096;

    private final Packs packs;
    private final Includes includes;
    private final Complaints complaints;
    private final Attributes attributes;
    private final Path scratch;

    /** Files of several names: those whose first name was restored, by their number. Each lies in the scratch folder. */
    private final Map<Long, Twin> twins = new HashMap<>();

    private long made;
    long files;
    long bytes;

    private record Twin(Path path, boolean damaged) {}

    private Restore(Packs packs, Includes includes, Complaints complaints, Path scratch) {
        this.packs = packs;
        this.includes = includes;
        this.complaints = complaints;
        this.attributes = new Attributes(complaints);
        this.scratch = scratch;
    }

    /** Restores what is wanted; {@code /a/b} becomes {@code TARGET/a/b}. */
    static Restore run(Packs packs, Snapshot snapshot, Includes includes, Path target, Complaints complaints)
            throws IOException {
        Files.createDirectories(target);
        Path scratch = Files.createTempDirectory(target, ".recover-");
        Restore restore = new Restore(packs, includes, complaints, scratch);
        try (Folder top = Folder.of(target, scratch)) {
            restore.folder(top, snapshot.root(), new byte[0]);
        } finally {
            restore.clear();
        }
        return restore;
    }

    private void folder(Folder into, List<Piece> tree, byte[] path) {
        List<Entry> entries;
        try {
            entries = Entry.folder(packs, tree, path.length == 0);
        } catch (IOException e) {
            complaints.damaged("what is in " + shown(path), e);
            return;
        }
        for (Entry entry : entries) {
            byte[] whole = entry.within(path);
            if (includes.leadsOn(whole)) {
                entry(into, entry, whole);
            }
        }
    }

    private void entry(Folder into, Entry entry, byte[] path) {
        try {
            if (entry.absolute()) {
                folder(into, entry.pieces(), path);
            } else if (entry.kind() == Entry.FOLDER) {
                try (Folder child = into.child(name(entry, path))) {
                    folder(child, entry.pieces(), path);
                    child.finish(entry, attributes, shown(path));
                }
            } else if (includes.takes(path)) {
                leaf(into, entry, path);
            }
        } catch (Damage e) {
            complaints.damaged(shown(path), e);
        } catch (IOException e) {
            complaints.failed(shown(path), e);
        }
    }

    private void leaf(Folder into, Entry entry, byte[] path) throws IOException {
        String name = name(entry, path);
        Path fresh = scratch.resolve("new-" + made++);
        Twin twin = entry.twin() == 0 ? null : twins.get(entry.twin());
        if (twin != null) {
            Files.createLink(fresh, twin.path());
            into.adopt(fresh, twin.damaged() ? name + ".damaged" : name);
        } else if (entry.kind() == Entry.LINK) {
            link(entry, fresh, path);
            attributes.set(fresh, entry, shown(path));
            into.adopt(fresh, name);
        } else if (entry.kind() == Entry.FILE) {
            boolean damaged = content(entry, fresh, path);
            attributes.set(fresh, entry, shown(path));
            if (entry.twin() != 0) {
                Path kept = scratch.resolve("twin-" + entry.twin());
                Files.createLink(kept, fresh);
                twins.put(entry.twin(), new Twin(kept, damaged));
            }
            into.adopt(fresh, damaged ? name + ".damaged" : name);
        } else {
            complaints.unable(Entry.KINDS.get(entry.kind()), shown(path));
            return;
        }
        files++;
    }

    private void link(Entry entry, Path fresh, byte[] path) throws IOException {
        String target = Names.onDisk(entry.target());
        if (target == null) {
            complaints.unable("targets of links in this encoding", shown(path));
            target = Names.standIn(entry.target());
        }
        Files.createSymbolicLink(fresh, Path.of(target));
    }

    /** Writes a file piece by piece; runs of zeros become holes. Returns whether any piece was lost. */
    private boolean content(Entry entry, Path fresh, byte[] path) throws IOException {
        boolean damaged = false;
        long at = 0;
        try (RandomAccessFile out = new RandomAccessFile(fresh.toFile(), "rw")) {
            for (Piece piece : entry.pieces()) {
                try {
                    write(out, at, packs.content(piece));
                } catch (Damage e) {
                    damaged = true;
                    complaints.damaged(shown(path) + ": bytes " + at + " to " + (at + piece.length()) + " are lost", e);
                }
                at += piece.length();
            }
            out.setLength(at);
        }
        if (at != entry.size()) {
            complaints.damaged(shown(path), new Damage("its pieces are not as long as its size"));
            damaged = true;
        }
        bytes += at;
        return damaged;
    }

    private static void write(RandomAccessFile out, long at, byte[] content) throws IOException {
        for (int from = 0; from < content.length; ) {
            int start = from;
            while (from < content.length && !zeros(content, from)) {
                from = Math.min(content.length, from + HOLE_BYTES);
            }
            if (from > start) {
                out.seek(at + start);
                out.write(content, start, from - start);
            }
            while (from < content.length && zeros(content, from)) {
                from = Math.min(content.length, from + HOLE_BYTES);
            }
        }
    }

    private static boolean zeros(byte[] content, int from) {
        int to = Math.min(content.length, from + HOLE_BYTES);
        for (int i = from; i < to; i++) {
            if (content[i] != 0) {
                return false;
            }
        }
        return true;
    }

    private String name(Entry entry, byte[] path) {
        String name = Names.onDisk(entry.name());
        if (name != null) {
            return name;
        }
        String standIn = Names.standIn(entry.name());
        complaints.unable("names that the JDK cannot write in this locale", shown(path) + " is restored as " + standIn);
        return standIn;
    }

    private static String shown(byte[] path) {
        return path.length == 0 ? "the root" : Names.show(path);
    }

    private void clear() throws IOException {
        try (var left = Files.newDirectoryStream(scratch)) {
            for (Path path : left) {
                Files.delete(path);
            }
        }
        Files.delete(scratch);
    }
}
