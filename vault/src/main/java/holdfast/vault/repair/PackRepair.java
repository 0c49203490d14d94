package holdfast.vault.repair;

import holdfast.crypto.VerifyingKey;
import holdfast.storage.ObjectName;
import holdfast.storage.StoredObject;
import holdfast.vault.check.Check;
import holdfast.vault.check.CheckReport.Finding;
import holdfast.vault.check.CheckReport.Severity;
import holdfast.vault.check.ReadData;
import holdfast.vault.index.GroupReader;
import holdfast.vault.index.IndexLoader;
import holdfast.vault.index.IndexWriter;
import holdfast.vault.model.GroupId;
import holdfast.vault.model.Hashes;
import holdfast.vault.model.PackId;
import holdfast.vault.model.Progress;
import holdfast.vault.model.VaultException;
import holdfast.vault.pack.ChunkIds;
import holdfast.vault.pack.IndexPart;
import holdfast.vault.pack.OpenState;
import holdfast.vault.pack.PackDirectory;
import holdfast.vault.pack.PackFile;
import holdfast.vault.pack.PackKind;
import holdfast.vault.prune.PrunePlan;
import holdfast.vault.prune.Repack;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Saves the groups of damaged packs that open and whose chunks are theirs: moves them, sealed as they are and in their
 * author's name, into new packs, tells the index, and deletes the damaged packs. No grace time is needed for these: what
 * anybody could read of them is told elsewhere before.
 */
public final class PackRepair {
    private final OpenState vault;
    private final Progress progress;
    private final GroupReader groups;
    private final ChunkIds contentIds;

    PackRepair(OpenState vault, Progress progress) throws VaultException {
        this.vault = vault;
        this.progress = progress;
        this.groups = new GroupReader(vault);
        this.contentIds = vault.contentIds();
    }

    /** @param which ids or their beginnings, or names of objects; empty: every pack is read */
    public PackRepairPlan plan(List<String> which) throws IOException {
        Map<PackId, StoredObject> stored = IndexLoader.packs(vault);
        Map<PackId, List<PackRepairPlan.Told>> told = new HashMap<>();
        for (IndexLoader.Part part : IndexLoader.parts(vault, (object, why) -> {})) {
            for (IndexPart.Pack pack : part.packs()) {
                List<PackRepairPlan.Told> all = told.computeIfAbsent(pack.id(), id -> new ArrayList<>(1));
                if (all.stream().noneMatch(one -> one.author().equals(part.author()))) {
                    all.add(new PackRepairPlan.Told(part.author(), pack, Set.of(), List.of()));
                }
            }
        }
        Collection<PackId> suspects = which.isEmpty() ? damaged(stored.keySet()) : named(which, stored.keySet());
        List<PackRepairPlan.Salvage> salvages = new ArrayList<>();
        List<Finding> left = new ArrayList<>();
        int sound = stored.size();
        for (PackId id : suspects) {
            byte[] bytes = vault.store().get(id.objectName());
            try {
                List<PackRepairPlan.Told> known = told.getOrDefault(id, List.of());
                PackRepairPlan.Salvage found = examine(id, bytes, known.isEmpty() ? ownWord(id, bytes) : known);
                if (!found.found().equals(id) || found.lostGroups() > 0) {
                    salvages.add(found);
                    sound--;
                }
            } catch (VaultException.Damaged | VaultException.Foreign e) {
                left.add(new Finding(
                        Severity.NOTE, id.objectName(), "", e.getMessage() + "; no index part tells what is in it"));
                sound--;
            }
        }
        return new PackRepairPlan(salvages, sound, left);
    }

    private Set<PackId> damaged(Set<PackId> stored) throws IOException {
        Set<PackId> damaged = new LinkedHashSet<>();
        for (Finding finding : new Check(vault, progress).run(ReadData.ALL).findings()) {
            if (finding.severity() == Severity.DAMAGE) {
                PackId.of(finding.object()).filter(stored::contains).ifPresent(damaged::add);
            }
        }
        return damaged;
    }

    private Set<PackId> named(List<String> which, Set<PackId> stored) throws VaultException {
        Set<PackId> named = new LinkedHashSet<>();
        for (String name : which) {
            String id = name.substring(name.lastIndexOf('/') + 1);
            List<PackId> matching = stored.stream()
                    .filter(pack -> !id.isEmpty() && pack.toString().startsWith(id))
                    .toList();
            if (matching.size() != 1) {
                throw new VaultException.NotFound(
                        (matching.isEmpty() ? "no pack's id starts" : "several packs' ids start")
                                + " with " + name + " in " + vault.store().place()
                                + "; 'holdfast check --read-data' names those that are damaged");
            }
            named.add(matching.getFirst());
        }
        return named;
    }

    /** What the pack tells of itself. */
    private List<PackRepairPlan.Told> ownWord(PackId id, byte[] bytes) throws IOException {
        ObjectName name = id.objectName();
        PackFile.Read read = PackFile.read(name, bytes, vault.config().vaultId(), vault.indexSeal());
        vault.enrolments((object, why) -> {}).demand(name, bytes, read.signer(), read.author());
        IndexPart.Pack pack = new IndexPart.Pack(id, bytes.length, read.kind(), read.directory());
        return List.of(new PackRepairPlan.Told(read.author(), pack, Set.of(), List.of()));
    }

    private PackRepairPlan.Salvage examine(PackId id, byte[] bytes, List<PackRepairPlan.Told> told)
            throws VaultException {
        List<PackRepairPlan.Told> examined = new ArrayList<>();
        for (PackRepairPlan.Told one : told) {
            Set<GroupId> whole = new HashSet<>();
            List<PackDirectory.Group> lost = new ArrayList<>();
            for (PackDirectory.Group group : one.pack().directory().groups()) {
                if (isWhole(one.pack(), group, bytes)) {
                    whole.add(group.id());
                } else {
                    lost.add(group);
                }
            }
            examined.add(new PackRepairPlan.Told(one.author(), one.pack(), Set.copyOf(whole), List.copyOf(lost)));
        }
        return new PackRepairPlan.Salvage(id, PackId.at(Hashes.sha256(bytes), 0), List.copyOf(examined));
    }

    private boolean isWhole(IndexPart.Pack pack, PackDirectory.Group group, byte[] bytes) throws VaultException {
        if (group.offset() + group.sealedLength() > bytes.length) {
            return false;
        }
        try {
            byte[] plain = groups.open(pack, group, bytes, (int) group.offset());
            GroupReader.verify(plain, group, pack.kind() == PackKind.CONTENT ? contentIds : vault.treeIds());
            return true;
        } catch (VaultException.Damaged e) {
            return false;
        }
    }

    public PackRepairResult run(PackRepairPlan plan) throws IOException {
        Map<PackId, PackId> found = new HashMap<>();
        List<PrunePlan.Moving> moving = new ArrayList<>();
        for (PackRepairPlan.Salvage salvage : plan.salvages()) {
            found.put(salvage.id(), salvage.found());
            for (PackRepairPlan.Told told : salvage.told()) {
                moving.add(new PrunePlan.Moving(told.author(), told.pack(), told.whole()));
            }
        }
        Repack repack = new Repack(vault, progress, found::get);
        repack.run(moving);
        List<PackId> written = new ArrayList<>();
        for (Map.Entry<VerifyingKey, List<IndexPart.Pack>> one :
                repack.written().entrySet()) {
            IndexWriter.putAll(vault, one.getKey(), one.getValue());
            one.getValue().forEach(pack -> written.add(pack.id()));
        }
        Set<PackId> unsteady = new LinkedHashSet<>(repack.damaged());
        List<PackId> deleted = found.keySet().stream()
                .filter(id -> !unsteady.contains(id))
                .sorted()
                .toList();
        vault.store().delete(deleted.stream().map(PackId::objectName).toList());
        return new PackRepairResult(List.copyOf(written), deleted, List.copyOf(unsteady));
    }
}
