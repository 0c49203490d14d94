package holdfast.vault.prune;

import holdfast.crypto.VerifyingKey;
import holdfast.storage.ByteSource;
import holdfast.storage.NoSuchObjectException;
import holdfast.vault.model.Hashes;
import holdfast.vault.model.PackId;
import holdfast.vault.model.Progress;
import holdfast.vault.pack.IndexPart;
import holdfast.vault.pack.OpenState;
import holdfast.vault.pack.PackDirectory;
import holdfast.vault.pack.PackFile;
import holdfast.vault.pack.PackKind;
import holdfast.vault.pack.SealedGroup;
import holdfast.vault.pack.SessionWrap;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;

/**
 * Moves needed groups into new packs, sealed as they are, with their sessions' wrapped secrets. Groups of two authors
 * never come together in one pack: the new pack is signed by the owner in the author's name, and trusted like the old.
 */
public final class Repack {
    private final OpenState vault;
    private final Progress progress;
    private final UnaryOperator<PackId> hash;
    private final Map<VerifyingKey, List<IndexPart.Pack>> written = new LinkedHashMap<>();
    private final List<PackId> damaged = new ArrayList<>();

    /** @param hash what a pack's bytes must have, or they are not moved: of a sound pack, its id */
    public Repack(OpenState vault, Progress progress, UnaryOperator<PackId> hash) {
        this.vault = vault;
        this.progress = progress;
        this.hash = hash;
    }

    /** A pack that is being filled. */
    private static final class Open {
        private final List<SealedGroup> groups = new ArrayList<>();
        private final Set<SessionWrap> sessions = new LinkedHashSet<>();
        private long bytes;
    }

    private record Shelf(VerifyingKey author, PackKind kind) {}

    /** The new packs are in the store when this returns; nothing tells of them yet. */
    public void run(List<PrunePlan.Moving> all) throws IOException {
        all.forEach(one -> progress.total(1, one.pack().size()));
        Map<Shelf, Open> open = new LinkedHashMap<>();
        for (PrunePlan.Moving one : all) {
            Shelf shelf = new Shelf(one.author(), one.kind());
            Open pack = open.computeIfAbsent(shelf, s -> new Open());
            take(one, pack);
            if (pack.bytes >= vault.config().options().packTarget()) {
                put(shelf, pack);
                open.remove(shelf);
            }
        }
        for (Map.Entry<Shelf, Open> rest : open.entrySet()) {
            if (!rest.getValue().groups.isEmpty()) {
                put(rest.getKey(), rest.getValue());
            }
        }
    }

    private void take(PrunePlan.Moving one, Open into) throws IOException {
        byte[] bytes = whole(one.pack().id());
        progress.advanced(1, one.pack().size());
        PackDirectory directory = one.pack().directory();
        for (PackDirectory.Group group : directory.groups()) {
            if (bytes.length > 0 && one.groups().contains(group.id())) {
                int start = (int) group.offset();
                byte[] sealed = Arrays.copyOfRange(bytes, start, start + group.sealedLength());
                into.groups.add(new SealedGroup(
                        group.id(), sealed, group.plainLength(), group.chunkIds(), group.chunkLengths()));
                into.bytes += sealed.length;
                directory.sessions().stream()
                        .filter(session -> session.isOf(group.id()))
                        .findFirst()
                        .filter(session -> into.sessions.stream().noneMatch(have -> have.isOf(group.id())))
                        .ifPresent(into.sessions::add);
            }
        }
    }

    /** Nothing if the pack is damaged or gone: then it is not moved, and so not marked. */
    private byte[] whole(PackId id) throws IOException {
        try {
            byte[] bytes = vault.store().get(id.objectName());
            if (PackId.at(Hashes.sha256(bytes), 0).equals(hash.apply(id))) {
                return bytes;
            }
        } catch (NoSuchObjectException e) {
            // Another prune was faster; the next one sees what it left.
        }
        damaged.add(id);
        return new byte[0];
    }

    private void put(Shelf shelf, Open open) throws IOException {
        PackFile.Built built = PackFile.build(
                vault.config().vaultId(),
                shelf.kind(),
                shelf.author(),
                List.copyOf(open.sessions),
                open.groups,
                vault.indexSeal(),
                vault.keys().signing(),
                vault.context().random());
        vault.store().put(built.id().objectName(), ByteSource.of(built.parts()));
        written.computeIfAbsent(shelf.author(), author -> new ArrayList<>())
                .add(new IndexPart.Pack(built.id(), built.size(), shelf.kind(), built.directory()));
    }

    public Map<VerifyingKey, List<IndexPart.Pack>> written() {
        return written;
    }

    /** Packs that could not be moved. */
    public List<PackId> damaged() {
        return damaged;
    }
}
