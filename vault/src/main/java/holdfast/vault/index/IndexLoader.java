package holdfast.vault.index;

import holdfast.crypto.VerifyingKey;
import holdfast.storage.NoSuchObjectException;
import holdfast.storage.StoredObject;
import holdfast.vault.key.Enrolments;
import holdfast.vault.mark.DeletionMarks;
import holdfast.vault.model.PackId;
import holdfast.vault.model.Problems;
import holdfast.vault.model.Role;
import holdfast.vault.model.VaultException;
import holdfast.vault.pack.IndexPart;
import holdfast.vault.pack.OpenState;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * Reads the index: all parts that somebody enrolled signed. What a part tells of a pack that is not in the store, or
 * has another size there, counts for nothing: an old part that somebody put again must not make a writer leave out
 * what was deleted, nor a reader look for it in vain.
 */
public final class IndexLoader {
    private IndexLoader() {}

    /** A part and its line of the listing. */
    public record Part(StoredObject object, IndexPart part) {
        public VerifyingKey author() {
            return part.author();
        }

        public List<IndexPart.Pack> packs() {
            return part.packs();
        }
    }

    /** Everything that is told, also of packs that are missing. */
    public static ChunkIndex all(OpenState vault, Problems problems) throws IOException {
        ChunkIndex index = new ChunkIndex();
        for (Part part : parts(vault, problems)) {
            part.packs().forEach(pack -> index.add(part.author(), pack));
        }
        return index;
    }

    /**
     * Only the packs that a writer's snapshots may refer to: its own, an owner's, a reader's. Another writer's chunk
     * under a true id may be junk. A chunk is looked for in packs that are not about to be deleted first.
     */
    public static ChunkIndex trustedBy(OpenState vault, VerifyingKey own) throws IOException {
        Set<PackId> doomed = doomed(vault);
        Told told = Told.read(vault, own);
        ChunkIndex index = told.index(pack -> !doomed.contains(pack.id()));
        told.addTo(index, pack -> doomed.contains(pack.id()));
        return index;
    }

    /**
     * What a new snapshot of this writer may leave out because it is there already: what {@link #trustedBy} says, without
     * the packs that are about to be deleted.
     */
    public static IndexView forBackup(OpenState vault, VerifyingKey writer) throws IOException {
        Instant at = vault.store().now();
        // The marks before the parts: a pack that is deleted meanwhile was marked before, and its mark outlives it.
        Set<PackId> doomed = doomed(vault);
        Told told = Told.read(vault, writer);
        return new IndexView(
                at,
                writer,
                told.index(pack -> !doomed.contains(pack.id())),
                doomed,
                told.stored().keySet());
    }

    private static Set<PackId> doomed(OpenState vault) throws IOException {
        return DeletionMarks.load(vault.store(), vault.config(), Problems.IGNORED)
                .packs();
    }

    /** The parts that a writer trusts and the packs that are there, read in this order. */
    private record Told(List<Part> parts, Map<PackId, StoredObject> stored) {
        static Told read(OpenState vault, VerifyingKey own) throws IOException {
            Enrolments enrolments = vault.enrolments(Problems.IGNORED);
            List<Part> trusted = IndexLoader.parts(vault, Problems.IGNORED).stream()
                    .filter(part -> part.author().equals(own)
                            || enrolments
                                    .roleOf(part.author())
                                    .filter(Role::reads)
                                    .isPresent())
                    .toList();
            return new Told(trusted, IndexLoader.packs(vault));
        }

        ChunkIndex index(Predicate<IndexPart.Pack> wanted) {
            ChunkIndex index = new ChunkIndex();
            addTo(index, wanted);
            return index;
        }

        void addTo(ChunkIndex index, Predicate<IndexPart.Pack> wanted) {
            for (Part part : parts) {
                for (IndexPart.Pack pack : part.packs()) {
                    if (isThere(pack, stored) && wanted.test(pack)) {
                        index.add(part.author(), pack);
                    }
                }
            }
        }
    }

    /** Whether the store has a pack of that name and size. */
    public static boolean isThere(IndexPart.Pack pack, Map<PackId, StoredObject> stored) {
        StoredObject object = stored.get(pack.id());
        return object != null && object.size() == pack.size();
    }

    /** The packs in the store, by its listing. */
    public static Map<PackId, StoredObject> packs(OpenState vault) throws IOException {
        Map<PackId, StoredObject> stored = new HashMap<>();
        try (Stream<StoredObject> all = vault.store().list(PackId.PREFIX)) {
            all.forEach(object -> PackId.of(object.name()).ifPresent(id -> stored.put(id, object)));
        }
        return stored;
    }

    /** Every part whose signer may speak for its author; the others go to {@code problems}. */
    public static List<Part> parts(OpenState vault, Problems problems) throws IOException {
        Enrolments enrolments = vault.enrolments(problems);
        List<Part> parts = new ArrayList<>();
        for (StoredObject object : list(vault)) {
            try {
                byte[] bytes = vault.store().get(object.name());
                IndexPart part =
                        IndexPart.decode(object.name(), bytes, vault.config().vaultId(), vault.indexSeal());
                enrolments.demand(object.name(), bytes, part.signer(), part.author());
                parts.add(new Part(object, part));
            } catch (VaultException | NoSuchObjectException e) {
                problems.add(object.name(), e);
            }
        }
        return parts;
    }

    private static List<StoredObject> list(OpenState vault) throws IOException {
        try (Stream<StoredObject> objects = vault.store().list(IndexPart.PREFIX)) {
            return objects.toList();
        }
    }
}
