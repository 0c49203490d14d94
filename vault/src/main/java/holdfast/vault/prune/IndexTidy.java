package holdfast.vault.prune;

import holdfast.crypto.VerifyingKey;
import holdfast.storage.ObjectName;
import holdfast.vault.index.IndexLoader;
import holdfast.vault.model.PackId;
import holdfast.vault.pack.IndexPart;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Which index parts are written and which go. A part that tells of a pack on its way out is replaced by one that tells
 * of the others; it goes itself when all that it told of is gone, or has been told elsewhere long enough for everybody
 * to see it. What it told of a marked pack stays told until that pack is gone: a late snapshot may need it.
 */
public final class IndexTidy {
    private static final Comparator<IndexLoader.Part> ORDER = Comparator.comparing(
                    (IndexLoader.Part part) -> part.object().time())
            .thenComparing(part -> part.object().name().value());

    private final Predicate<IndexPart.Pack> stays;
    private final Predicate<IndexPart.Pack> gone;
    private final Instant settledBefore;
    private final List<IndexLoader.Part> staying = new ArrayList<>();
    private final List<IndexLoader.Part> replaced = new ArrayList<>();

    private record Claim(VerifyingKey author, PackId pack) {}

    /**
     * @param stays of which packs it has to be told; a part that tells of these alone stays as it is
     * @param gone packs of which nobody has to be told any more
     * @param settledBefore parts put before are seen by everybody
     */
    public IndexTidy(
            List<IndexLoader.Part> parts,
            Predicate<IndexPart.Pack> stays,
            Predicate<IndexPart.Pack> gone,
            Instant settledBefore) {
        this.stays = stays;
        this.gone = gone;
        this.settledBefore = settledBefore;
        for (IndexLoader.Part part : parts) {
            (part.packs().stream().allMatch(stays) ? staying : replaced).add(part);
        }
    }

    /** What only replaced parts tell of packs that stay. */
    public Map<VerifyingKey, List<IndexPart.Pack>> newParts() {
        Map<Claim, IndexLoader.Part> latest = latest(staying);
        Set<Claim> added = new HashSet<>();
        Map<VerifyingKey, List<IndexPart.Pack>> missing = new LinkedHashMap<>();
        for (IndexLoader.Part part : replaced) {
            for (IndexPart.Pack pack : part.packs()) {
                Claim claim = new Claim(part.author(), pack.id());
                if (stays.test(pack) && !isToldLater(part, claim, latest) && added.add(claim)) {
                    missing.computeIfAbsent(part.author(), author -> new ArrayList<>())
                            .add(pack);
                }
            }
        }
        return missing;
    }

    /**
     * Replaced parts of which nothing is missed any more. A young part stays: a pack that it tells of may be there and
     * not be listed yet.
     */
    public List<ObjectName> superfluous() {
        Map<Claim, IndexLoader.Part> settled =
                latest(staying.stream().filter(this::isSettled).toList());
        return replaced.stream()
                .filter(this::isSettled)
                .filter(part -> part.packs().stream()
                        .allMatch(pack ->
                                gone.test(pack) || isToldLater(part, new Claim(part.author(), pack.id()), settled)))
                .map(part -> part.object().name())
                .toList();
    }

    /** How many parts tell of something that does not stay. */
    public int replaced() {
        return replaced.size();
    }

    private boolean isSettled(IndexLoader.Part part) {
        return part.object().time().isBefore(settledBefore);
    }

    /**
     * Only a later part stands in for one that goes. Two prunes with different views could otherwise each delete the
     * part that the other one relies on; so the latest that tells of a pack is deleted by neither.
     */
    private static boolean isToldLater(IndexLoader.Part part, Claim claim, Map<Claim, IndexLoader.Part> latest) {
        IndexLoader.Part other = latest.get(claim);
        return other != null && ORDER.compare(other, part) > 0;
    }

    private static Map<Claim, IndexLoader.Part> latest(List<IndexLoader.Part> parts) {
        Map<Claim, IndexLoader.Part> latest = new HashMap<>();
        for (IndexLoader.Part part : parts) {
            for (IndexPart.Pack pack : part.packs()) {
                latest.merge(new Claim(part.author(), pack.id()), part, (a, b) -> ORDER.compare(a, b) >= 0 ? a : b);
            }
        }
        return latest;
    }
}
