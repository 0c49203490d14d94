package holdfast.vault.prune;

import holdfast.crypto.VerifyingKey;
import holdfast.storage.ObjectName;
import holdfast.storage.ObjectStore;
import holdfast.vault.index.IndexWriter;
import holdfast.vault.key.OwnerApproval;
import holdfast.vault.mark.DeletionMarks;
import holdfast.vault.model.PackId;
import holdfast.vault.model.Progress;
import holdfast.vault.model.Role;
import holdfast.vault.model.VaultException;
import holdfast.vault.model.Words;
import holdfast.vault.pack.IndexPart;
import holdfast.vault.pack.OpenState;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Plans and executes. What is new is written before anything old goes: moved groups, the index parts that tell of them,
 * the mark; then old index parts, packs whose grace time is over, forgotten snapshots, marks that have done their work.
 * It may be broken off anywhere, and any number may run at once.
 */
public final class Prune {
    /** Objects in one delete: between two of them the store's clock is looked at. */
    private static final int BATCH = 100;

    private final OpenState vault;
    private final PruneOptions options;
    private final Progress progress;
    private final Duration grace;

    /** @throws VaultException.NotPermitted without the owner's key */
    public Prune(OpenState vault, PruneOptions options, Progress progress) throws VaultException {
        if (vault.keys().role() != Role.OWNER) {
            throw new VaultException.NotPermitted(
                    "this is a " + Words.of(vault.keys().role()) + "'s key: only an owner deletes");
        }
        this.vault = vault;
        this.options = options;
        this.progress = progress;
        this.grace = vault.config().options().grace();
    }

    public PrunePlan plan() throws IOException {
        PruneScan scan = PruneScan.read(vault);
        return new PrunePlanner(scan, new NeededGroups(vault, scan).find(), options, grace).plan();
    }

    public PruneResult run(PrunePlan plan) throws IOException {
        Repack repack = new Repack(vault, progress, id -> id);
        repack.run(plan.repack());
        Set<PackId> unmoved = new HashSet<>(repack.damaged());
        Map<VerifyingKey, List<IndexPart.Pack>> told = new LinkedHashMap<>(plan.newParts());
        repack.written().forEach((author, packs) -> told.merge(author, packs, Prune::both));
        for (Map.Entry<VerifyingKey, List<IndexPart.Pack>> part : told.entrySet()) {
            IndexWriter.put(vault, part.getKey(), part.getValue());
        }
        List<PackId> mark =
                plan.mark().stream().filter(id -> !unmoved.contains(id)).toList();
        if (!mark.isEmpty()) {
            byte[] bytes = DeletionMarks.encode(
                    vault.config(),
                    mark,
                    vault.keys().signing(),
                    vault.context().random());
            vault.store().put(DeletionMarks.name(bytes), bytes);
        }
        List<PackId> packs =
                plan.deletePacks().stream().filter(id -> !unmoved.contains(id)).toList();
        List<ObjectName> unfinished = delete(plan, packs);
        return new PruneResult(
                repack.written().values().stream().mapToInt(List::size).sum(),
                mark.size(),
                unfinished.isEmpty() ? packs.size() : 0,
                unfinished.isEmpty() ? plan.sizes().deleted() : 0,
                plan.deleteSnapshots().size(),
                repack.damaged(),
                unfinished);
    }

    private static List<IndexPart.Pack> both(List<IndexPart.Pack> some, List<IndexPart.Pack> more) {
        List<IndexPart.Pack> all = new ArrayList<>(some);
        all.addAll(more);
        return all;
    }

    /** Returns what was left because the plan had become too old. */
    private List<ObjectName> delete(PrunePlan plan, List<PackId> packs) throws IOException {
        List<ObjectName> all = new ArrayList<>(plan.deleteParts());
        packs.forEach(id -> all.add(id.objectName()));
        all.addAll(plan.deleteSnapshots());
        all.addAll(plan.deleteMarks());
        ObjectStore store = vault.store()
                .approvedBy(OwnerApproval.by(vault.config(), vault.keys().signing()));
        for (int from = 0; from < all.size(); from += BATCH) {
            if (isTooOld(plan)) {
                return List.copyOf(all.subList(from, all.size()));
            }
            store.delete(all.subList(from, Math.min(all.size(), from + BATCH)));
        }
        return List.of();
    }

    /** What was not needed when the plan was made may be needed now: another prune may have deleted its double. */
    private boolean isTooOld(PrunePlan plan) throws IOException {
        Duration age = Duration.between(plan.at(), vault.store().now());
        return !options.withoutGrace() && (age.isNegative() || age.compareTo(grace.dividedBy(2)) > 0);
    }
}
