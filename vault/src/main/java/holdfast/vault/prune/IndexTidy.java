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

/**
 * Which index parts are written and which go. A part that tells of a pack on its way out is replaced by one that tells
 * of the others; it goes itself when all that it told of is gone, or has been told elsewhere long enough for everybody
 * to see it. What it told of a marked pack stays told until that pack is gone: a late snapshot may need it.
 */
final class IndexTidy {
    private static final Comparator<IndexLoader.Part> ORDER = Comparator.comparing(
                    (IndexLoader.Part part) -> part.object().time())
            .thenComparing(part -> part.object().name().value());

    private final PruneScan scan;
    private final Set<PackId> leaving;
    private final Set<PackId> deletable;
    private final Instant settledBefore;
    private final List<IndexLoader.Part> staying = new ArrayList<>();
    private final List<IndexLoader.Part> replaced = new ArrayList<>();

    private record Claim(VerifyingKey author, PackId pack) {}

    /** @param leaving packs that are marked, or will be; {@code deletable} those that go now; parts put before
     *     {@code settledBefore} are seen by everybody */
    IndexTidy(PruneScan scan, Set<PackId> leaving, Set<PackId> deletable, Instant settledBefore) {
        this.scan = scan;
        this.leaving = leaving;
        this.deletable = deletable;
        this.settledBefore = settledBefore;
        for (IndexLoader.Part part : scan.parts()) {
            boolean stays = part.packs().stream()
                    .allMatch(pack -> IndexLoader.isThere(pack, scan.stored()) && !leaving.contains(pack.id()));
            (stays ? staying : replaced).add(part);
        }
    }

    /** What only replaced parts tell of packs that stay. */
    Map<VerifyingKey, List<IndexPart.Pack>> newParts() {
        Map<Claim, IndexLoader.Part> latest = latest(staying);
        Set<Claim> added = new HashSet<>();
        Map<VerifyingKey, List<IndexPart.Pack>> missing = new LinkedHashMap<>();
        for (IndexLoader.Part part : replaced) {
            for (IndexPart.Pack pack : part.packs()) {
                Claim claim = new Claim(part.author(), pack.id());
                boolean stays = IndexLoader.isThere(pack, scan.stored()) && !leaving.contains(pack.id());
                if (stays && !isToldLater(part, claim, latest) && added.add(claim)) {
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
    List<ObjectName> superfluous() {
        Map<Claim, IndexLoader.Part> settled =
                latest(staying.stream().filter(this::isSettled).toList());
        return replaced.stream()
                .filter(this::isSettled)
                .filter(part -> part.packs().stream()
                        .allMatch(pack -> !IndexLoader.isThere(pack, scan.stored())
                                || deletable.contains(pack.id())
                                || isToldLater(part, new Claim(part.author(), pack.id()), settled)))
                .map(part -> part.object().name())
                .toList();
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
