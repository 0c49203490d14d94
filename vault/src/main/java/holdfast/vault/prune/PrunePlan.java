package holdfast.vault.prune;

import holdfast.crypto.VerifyingKey;
import holdfast.storage.ObjectName;
import holdfast.vault.model.GroupId;
import holdfast.vault.model.PackId;
import holdfast.vault.pack.IndexPart;
import holdfast.vault.pack.PackKind;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What a prune would do; executing it does this and nothing else.
 *
 * @param at when the vault was looked at, by the store's clock
 * @param snapshots how many are kept
 * @param repack packs of which some groups are moved into new packs, so that the rest can go
 * @param mark packs that are marked now, to be deleted when the grace time is over: those of which nothing is needed,
 *     and the repacked
 * @param newParts what the index has to tell anew, for each author, before old parts can go
 * @param deleteParts index parts that tell nothing that is not told elsewhere
 * @param deletePacks packs whose grace time is over and that nobody needs
 * @param deleteSnapshots forgotten snapshots
 * @param deleteMarks marks that have done their work
 * @param sizes what it means in bytes
 * @param earliest when something that is marked already may be deleted by another prune
 */
public record PrunePlan(
        Instant at,
        int snapshots,
        List<Moving> repack,
        List<PackId> mark,
        Map<VerifyingKey, List<IndexPart.Pack>> newParts,
        List<ObjectName> deleteParts,
        List<PackId> deletePacks,
        List<ObjectName> deleteSnapshots,
        List<ObjectName> deleteMarks,
        Sizes sizes,
        Optional<Instant> earliest) {

    /** A pack of which some groups are needed. */
    public record Moving(VerifyingKey author, IndexPart.Pack pack, Set<GroupId> groups) {
        PackKind kind() {
            return pack.kind();
        }
    }

    /**
     * Bytes of packs.
     *
     * @param stored all that there is
     * @param needed in groups that a snapshot needs
     * @param moved needed, and moved by this plan
     * @param marked in packs that this plan marks
     * @param deleted in packs that this plan deletes
     * @param waiting in packs that wait for the end of their grace time
     * @param unused left, beside what is needed, in packs that stay
     */
    public record Sizes(long stored, long needed, long moved, long marked, long deleted, long waiting, long unused) {}

    /** Whether there is nothing to do. */
    public boolean isEmpty() {
        return repack.isEmpty()
                && mark.isEmpty()
                && newParts.isEmpty()
                && deleteParts.isEmpty()
                && deletePacks.isEmpty()
                && deleteSnapshots.isEmpty()
                && deleteMarks.isEmpty();
    }
}
