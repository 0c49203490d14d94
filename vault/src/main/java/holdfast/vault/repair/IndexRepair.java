package holdfast.vault.repair;

import holdfast.crypto.VerifyingKey;
import holdfast.storage.NoSuchObjectException;
import holdfast.storage.ObjectName;
import holdfast.storage.StoredObject;
import holdfast.vault.check.CheckReport.Finding;
import holdfast.vault.check.CheckReport.Severity;
import holdfast.vault.index.IndexLoader;
import holdfast.vault.index.IndexWriter;
import holdfast.vault.key.Enrolments;
import holdfast.vault.mark.DeletionMarks;
import holdfast.vault.model.Hashes;
import holdfast.vault.model.PackId;
import holdfast.vault.model.Progress;
import holdfast.vault.model.VaultException;
import holdfast.vault.pack.IndexPart;
import holdfast.vault.pack.OpenState;
import holdfast.vault.pack.PackFile;
import holdfast.vault.prune.IndexTidy;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Makes the index tell of every pack that is there, from the packs' own directories, in their authors' names, and no
 * more of those that are gone. Old parts go by the rules of prune: when all that they tell has been told elsewhere for
 * long enough that everybody sees it.
 */
public final class IndexRepair {
    private final OpenState vault;
    private final Progress progress;
    private final Duration grace;

    IndexRepair(OpenState vault, Progress progress) {
        this.vault = vault;
        this.progress = progress;
        this.grace = vault.config().options().grace();
    }

    private record Claim(VerifyingKey author, PackId pack) {}

    /** @param readAllPacks whether to ask the packs that a part tells of too: somebody may have told lies of them */
    public IndexRepairPlan plan(boolean readAllPacks) throws IOException {
        Instant at = vault.store().now();
        Unbelieved problems = new Unbelieved(IndexPart.PREFIX, DeletionMarks.PREFIX);
        DeletionMarks.load(vault.store(), vault.config(), problems);
        List<IndexLoader.Part> parts = IndexLoader.parts(vault, problems);
        Map<PackId, StoredObject> stored = IndexLoader.packs(vault);
        problems.demandNoneTooNew();
        List<Finding> left = new ArrayList<>(problems.left());
        Map<VerifyingKey, List<IndexPart.Pack>> found = found(parts, stored, readAllPacks, left);
        // A pack of another size is there: its directory may be needed to save what is whole of it.
        IndexTidy tidy = new IndexTidy(
                parts,
                pack -> stored.containsKey(pack.id()),
                pack -> !stored.containsKey(pack.id()),
                at.minus(grace.dividedBy(4)));
        List<ObjectName> stale = tidy.superfluous();
        return new IndexRepairPlan(
                at, found, tidy.newParts(), problems.damaged(), stale, tidy.replaced() - stale.size(), left);
    }

    private Map<VerifyingKey, List<IndexPart.Pack>> found(
            List<IndexLoader.Part> parts, Map<PackId, StoredObject> stored, boolean readAll, List<Finding> left)
            throws IOException {
        Set<PackId> told = new HashSet<>();
        Set<Claim> claims = new HashSet<>();
        for (IndexLoader.Part part : parts) {
            for (IndexPart.Pack pack : part.packs()) {
                told.add(pack.id());
                claims.add(new Claim(part.author(), pack.id()));
            }
        }
        List<StoredObject> asked = stored.entrySet().stream()
                .filter(pack -> readAll || !told.contains(pack.getKey()))
                .map(Map.Entry::getValue)
                .toList();
        asked.forEach(pack -> progress.total(1, pack.size()));
        Enrolments enrolments = vault.enrolments((object, why) -> {});
        Map<VerifyingKey, List<IndexPart.Pack>> found = new HashMap<>();
        for (StoredObject object : asked) {
            PackId id = PackId.of(object.name()).orElseThrow();
            try {
                byte[] bytes = vault.store().get(object.name());
                PackFile.Read read =
                        PackFile.read(object.name(), bytes, vault.config().vaultId(), vault.indexSeal());
                enrolments.demand(object.name(), bytes, read.signer(), read.author());
                if (claims.add(new Claim(read.author(), id))) {
                    found.computeIfAbsent(read.author(), author -> new ArrayList<>())
                            .add(new IndexPart.Pack(id, bytes.length, read.kind(), read.directory()));
                }
                demandHash(id, bytes);
            } catch (VaultException.Damaged | VaultException.Foreign e) {
                boolean needed = told.contains(id)
                        || claims.stream().anyMatch(claim -> claim.pack().equals(id));
                left.add(new Finding(
                        needed ? Severity.DAMAGE : Severity.NOTE, object.name(), "", String.valueOf(e.getMessage())));
            } catch (NoSuchObjectException e) {
                // A prune was faster.
            }
            progress.advanced(1, object.size());
        }
        return found;
    }

    private static void demandHash(PackId id, byte[] bytes) throws VaultException {
        if (!PackId.at(Hashes.sha256(bytes), 0).equals(id)) {
            throw new VaultException.Damaged("its bytes are not those that it is named for; 'holdfast repair packs "
                    + id.brief() + "' saves what is whole");
        }
    }

    public IndexRepairResult run(IndexRepairPlan plan) throws IOException {
        Map<VerifyingKey, List<IndexPart.Pack>> told = new HashMap<>();
        plan.found().forEach((author, packs) -> told.put(author, new ArrayList<>(packs)));
        plan.retold()
                .forEach((author, packs) ->
                        told.computeIfAbsent(author, a -> new ArrayList<>()).addAll(packs));
        for (Map.Entry<VerifyingKey, List<IndexPart.Pack>> one : told.entrySet()) {
            IndexWriter.putAll(vault, one.getKey(), one.getValue());
        }
        Unbelieved again = new Unbelieved(IndexPart.PREFIX, DeletionMarks.PREFIX);
        DeletionMarks.load(vault.store(), vault.config(), again);
        IndexLoader.parts(vault, again);
        List<ObjectName> delete = new ArrayList<>(again.stillDamaged(plan.damaged()));
        if (!isTooOld(plan)) {
            delete.addAll(plan.stale());
        }
        vault.store().delete(delete);
        return new IndexRepairResult(plan.packs(), List.copyOf(delete));
    }

    /** As a prune: what stands in for a part may have been deleted by another after so long. */
    private boolean isTooOld(IndexRepairPlan plan) throws IOException {
        Duration age = Duration.between(plan.at(), vault.store().now());
        return age.isNegative() || age.compareTo(grace.dividedBy(2)) > 0;
    }
}
