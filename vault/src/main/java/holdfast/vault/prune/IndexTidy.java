package holdfast.vault.prune;

import holdfast.crypto.VerifyingKey;
import holdfast.storage.ObjectName;
import holdfast.vault.index.IndexLoader;
import holdfast.vault.model.PackId;
import holdfast.vault.pack.IndexPart;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
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
    private final PruneScan scan;
    private final Set<PackId> leaving;
    private final Set<PackId> deletable;
    private final Instant settledBefore;
    private final List<IndexLoader.Part> staying = new ArrayList<>();
    private final List<IndexLoader.Part> replaced = new ArrayList<>();

    private record Claim(VerifyingKey author, PackId pack) {}

    /** @param leaving packs that are marked, or will be; {@code deletable} those that go now */
    IndexTidy(PruneScan scan, Set<PackId> leaving, Set<PackId> deletable, Duration grace) {
        this.scan = scan;
        this.leaving = leaving;
        this.deletable = deletable;
        this.settledBefore = scan.at().minus(grace.dividedBy(4));
        for (IndexLoader.Part part : scan.parts()) {
            boolean stays = part.packs().stream()
                    .allMatch(pack -> IndexLoader.isThere(pack, scan.stored()) && !leaving.contains(pack.id()));
            (stays ? staying : replaced).add(part);
        }
    }

    /** What only replaced parts tell of packs that stay. */
    Map<VerifyingKey, List<IndexPart.Pack>> newParts() {
        Set<Claim> told = claims(staying);
        Map<VerifyingKey, List<IndexPart.Pack>> missing = new LinkedHashMap<>();
        for (IndexLoader.Part part : replaced) {
            for (IndexPart.Pack pack : part.packs()) {
                boolean stays = IndexLoader.isThere(pack, scan.stored()) && !leaving.contains(pack.id());
                if (stays && told.add(new Claim(part.author(), pack.id()))) {
                    missing.computeIfAbsent(part.author(), author -> new ArrayList<>())
                            .add(pack);
                }
            }
        }
        return missing;
    }

    /** Replaced parts of which nothing is missed any more. */
    List<ObjectName> superfluous() {
        Set<Claim> settled = claims(staying.stream()
                .filter(part -> part.object().time().isBefore(settledBefore))
                .toList());
        return replaced.stream()
                .filter(part -> part.packs().stream()
                        .allMatch(pack -> !IndexLoader.isThere(pack, scan.stored())
                                || deletable.contains(pack.id())
                                || settled.contains(new Claim(part.author(), pack.id()))))
                .map(part -> part.object().name())
                .toList();
    }

    private static Set<Claim> claims(List<IndexLoader.Part> parts) {
        Set<Claim> claims = new HashSet<>();
        for (IndexLoader.Part part : parts) {
            part.packs().forEach(pack -> claims.add(new Claim(part.author(), pack.id())));
        }
        return claims;
    }
}
