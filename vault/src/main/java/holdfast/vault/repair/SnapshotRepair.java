package holdfast.vault.repair;

import holdfast.crypto.VerifyingKey;
import holdfast.storage.ObjectName;
import holdfast.vault.index.IndexLoader;
import holdfast.vault.mark.ForgetMarks;
import holdfast.vault.model.Progress;
import holdfast.vault.model.SnapshotId;
import holdfast.vault.model.VaultException;
import holdfast.vault.pack.OpenState;
import holdfast.vault.repair.SnapshotRepairPlan.Broken;
import holdfast.vault.tree.Catalog;
import holdfast.vault.tree.SnapshotFile;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Writes snapshots that need what is lost anew without it, signed by the owner in their writers' names, and forgets the
 * broken ones if that is asked for.
 */
public final class SnapshotRepair {
    private final OpenState vault;
    private final Progress progress;
    private final Catalog catalog;

    SnapshotRepair(OpenState vault, Progress progress) throws VaultException {
        this.vault = vault;
        this.progress = progress;
        this.catalog = new Catalog(vault);
    }

    /**
     * @param which ids or their beginnings; empty: all
     * @throws VaultException if the index does not tell of everything that is there: what seems lost may not be
     */
    public SnapshotRepairPlan plan(List<String> which) throws IOException {
        Unbelieved problems = problems();
        List<Catalog.Known> all = catalog.snapshots(problems);
        problems.demandNoneTooNew();
        Map<VerifyingKey, Losses> losses = new HashMap<>();
        List<Broken> broken = new ArrayList<>();
        List<Catalog.Known> chosen = chosen(all, which);
        progress.total(chosen.size(), 0);
        for (Catalog.Known snapshot : chosen) {
            Optional<Broken> found = losses(losses, snapshot).of(snapshot);
            if (found.isPresent()) {
                Broken one = found.get();
                broken.add(new Broken(snapshot, one.losses(), one.files(), one.bytes(), before(all, snapshot, losses)));
            }
            progress.advanced(1, 0);
        }
        if (!broken.isEmpty()
                && new IndexRepair(vault, Progress.NONE).plan(false).misses()) {
            throw new VaultException("the index does not tell of everything that is in "
                    + vault.store().place()
                    + ", so what seems lost may not be; run 'holdfast repair index' first. Nothing was changed");
        }
        return new SnapshotRepairPlan(
                chosen.size(), broken, which.isEmpty() ? problems.damaged() : List.of(), problems.left());
    }

    private static Unbelieved problems() {
        return new Unbelieved(SnapshotFile.PREFIX, ForgetMarks.PREFIX);
    }

    private List<Catalog.Known> chosen(List<Catalog.Known> all, List<String> which) throws IOException {
        if (which.isEmpty()) {
            return all;
        }
        Set<SnapshotId> ids = new LinkedHashSet<>();
        for (String name : which) {
            ids.add(catalog.named(name).id());
        }
        return all.stream().filter(snapshot -> ids.contains(snapshot.id())).toList();
    }

    private Losses losses(Map<VerifyingKey, Losses> known, Catalog.Known snapshot) throws IOException {
        Losses losses = known.get(snapshot.writer());
        if (losses == null) {
            var index = IndexLoader.trustedBy(vault, snapshot.writer());
            losses = new Losses(index, catalog.reader(index));
            known.put(snapshot.writer(), losses);
        }
        return losses;
    }

    /** What an earlier repair, that was broken off or did not forget, wrote for it. */
    private Optional<SnapshotId> before(
            List<Catalog.Known> all, Catalog.Known snapshot, Map<VerifyingKey, Losses> losses) throws IOException {
        for (Catalog.Known other : all) {
            boolean its = other.writer().equals(snapshot.writer())
                    && other.body()
                            .rewritten()
                            .filter(was -> was.original().equals(snapshot.id()))
                            .isPresent();
            if (its && losses(losses, other).of(other).isEmpty()) {
                return Optional.of(other.id());
            }
        }
        return Optional.empty();
    }

    /** @param forget whether to forget the broken snapshots and delete what cannot be read */
    public SnapshotRepairResult run(SnapshotRepairPlan plan, boolean forget) throws IOException {
        Map<VerifyingKey, List<Broken>> byWriter = new LinkedHashMap<>();
        for (Broken one : plan.broken()) {
            if (one.toBeWritten()) {
                byWriter.computeIfAbsent(one.snapshot().writer(), writer -> new ArrayList<>())
                        .add(one);
            }
        }
        Map<SnapshotId, SnapshotId> written = new LinkedHashMap<>();
        List<SnapshotId> waiting = new ArrayList<>();
        for (Map.Entry<VerifyingKey, List<Broken>> one : byWriter.entrySet()) {
            new SnapshotRewrite(vault, one.getKey(), written, waiting).run(one.getValue());
        }
        List<SnapshotId> forgotten = List.of();
        List<ObjectName> deleted = List.of();
        if (forget) {
            forgotten = plan.broken().stream()
                    .map(one -> one.snapshot().id())
                    .filter(id -> !waiting.contains(id))
                    .toList();
            forget(forgotten);
            Unbelieved again = problems();
            catalog.snapshots(again);
            deleted = again.stillDamaged(plan.damaged());
            vault.store().delete(deleted);
        }
        return new SnapshotRepairResult(written, forgotten, List.copyOf(waiting), deleted);
    }

    private void forget(List<SnapshotId> ids) throws IOException {
        if (!ids.isEmpty()) {
            ForgetMarks.put(
                    vault.store(),
                    vault.config(),
                    ids,
                    vault.context().clock().instant(),
                    vault.keys().signing());
        }
    }
}
