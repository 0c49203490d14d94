package holdfast.vault.prune;

import holdfast.storage.ObjectName;
import holdfast.storage.StoredObject;
import holdfast.vault.index.IndexLoader;
import holdfast.vault.mark.DeletionMarks;
import holdfast.vault.model.GroupId;
import holdfast.vault.model.PackId;
import holdfast.vault.pack.IndexPart;
import holdfast.vault.pack.PackDirectory;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What follows from a scan: pure, every time is the scan's. */
final class PrunePlanner {
    private final PruneScan scan;
    private final PruneOptions options;
    private final Duration grace;
    private final List<PackUse> packs;
    private final Set<PackId> marked;
    private final Set<PackId> expired;

    PrunePlanner(PruneScan scan, Map<PackId, Set<GroupId>> needed, PruneOptions options, Duration grace) {
        this.scan = scan;
        this.options = options;
        this.grace = options.withoutGrace() ? Duration.ZERO : grace;
        this.packs = uses(needed);
        this.marked = scan.marks().packs();
        this.expired = scan.marks().packsSince(scan.at().minus(this.grace));
    }

    private List<PackUse> uses(Map<PackId, Set<GroupId>> needed) {
        Map<PackId, List<PackUse.Told>> told = new HashMap<>();
        for (IndexLoader.Part part : scan.parts()) {
            for (IndexPart.Pack pack : part.packs()) {
                List<PackUse.Told> before = told.computeIfAbsent(pack.id(), id -> new ArrayList<>(1));
                if (isThere(pack)
                        && before.stream().noneMatch(one -> one.author().equals(part.author()))) {
                    before.add(new PackUse.Told(part.author(), pack));
                }
            }
        }
        return scan.stored().entrySet().stream()
                .map(entry -> new PackUse(
                        entry.getKey(),
                        entry.getValue(),
                        told.getOrDefault(entry.getKey(), List.of()),
                        needed.getOrDefault(entry.getKey(), Set.of())))
                .sorted(Comparator.comparing(PackUse::id))
                .toList();
    }

    PrunePlan plan() {
        Set<PackId> busy = busy();
        List<PackUse> dead = packs.stream().filter(pack -> !pack.isNeeded()).toList();
        List<PackUse> repacked = repack(busy);
        Set<PackId> fresh = new HashSet<>();
        dead.stream()
                .map(PackUse::id)
                .filter(id -> !marked.contains(id) && !busy.contains(id))
                .forEach(fresh::add);
        repacked.forEach(pack -> fresh.add(pack.id()));
        Set<PackId> deletable = new HashSet<>();
        dead.stream().map(PackUse::id).filter(expired::contains).forEach(deletable::add);
        if (options.withoutGrace()) {
            deletable.addAll(fresh);
            dead.stream().map(PackUse::id).filter(marked::contains).forEach(deletable::add);
            fresh.clear();
        }
        Set<PackId> leaving = new HashSet<>(marked);
        leaving.addAll(fresh);
        leaving.addAll(deletable);
        IndexTidy tidy = new IndexTidy(
                scan.parts(),
                pack -> isThere(pack) && !leaving.contains(pack.id()),
                pack -> !isThere(pack) || deletable.contains(pack.id()),
                settledBefore());
        return new PrunePlan(
                scan.at(),
                scan.snapshots().size(),
                repacked.stream().map(PrunePlanner::moving).toList(),
                fresh.stream().sorted().toList(),
                tidy.newParts(),
                tidy.superfluous(),
                deletable.stream().sorted().toList(),
                scan.forgotten(),
                doneMarks(deletable),
                sizes(repacked, fresh, deletable),
                earliest());
    }

    private boolean isThere(IndexPart.Pack pack) {
        return IndexLoader.isThere(pack, scan.stored());
    }

    /** Without the grace time nobody else is at work, and whatever is listed is all there is. */
    private Instant settledBefore() {
        return options.withoutGrace() ? Instant.MAX : scan.at().minus(grace.dividedBy(4));
    }

    private static PrunePlan.Moving moving(PackUse pack) {
        PackUse.Told told = pack.told().getFirst();
        return new PrunePlan.Moving(told.author(), told.pack(), pack.needed());
    }

    /**
     * Packs of backups that may still run: of a session that put something during the last half of the grace time.
     * Leaving them alone is a courtesy to long backups, not what makes pruning safe.
     */
    private Set<PackId> busy() {
        Instant since = scan.at().minus(grace.dividedBy(2));
        Map<Session, Instant> youngest = new HashMap<>();
        for (PackUse pack : packs) {
            for (Session session : sessions(pack)) {
                youngest.merge(session, pack.object().time(), (a, b) -> a.isAfter(b) ? a : b);
            }
        }
        Set<PackId> busy = new HashSet<>();
        for (PackUse pack : packs) {
            boolean young = pack.object().time().isAfter(since);
            boolean open = sessions(pack).stream()
                    .anyMatch(session ->
                            youngest.getOrDefault(session, Instant.MIN).isAfter(since));
            if (!options.withoutGrace() && (young || open)) {
                busy.add(pack.id());
            }
        }
        return busy;
    }

    private record Session(long high, long low) {}

    private static Set<Session> sessions(PackUse pack) {
        Set<Session> sessions = new HashSet<>();
        for (PackUse.Told told : pack.told()) {
            for (PackDirectory.Group group : told.pack().directory().groups()) {
                sessions.add(new Session(group.id().sessionHigh(), group.id().sessionLow()));
            }
        }
        return sessions;
    }

    /** The packs with the largest unused share, until what is unused in the others is little enough. */
    private List<PackUse> repack(Set<PackId> busy) {
        long needed = packs.stream().mapToLong(PackUse::neededBytes).sum();
        long unused = 0;
        List<PackUse> candidates = new ArrayList<>();
        for (PackUse pack : packs) {
            boolean possible = pack.isNeeded()
                    && pack.told().size() == 1
                    && pack.needed().size() < groups(pack)
                    && !marked.contains(pack.id())
                    && !busy.contains(pack.id());
            if (possible) {
                candidates.add(pack);
                unused += pack.unusedBytes();
            }
        }
        candidates.sort(Comparator.comparingDouble((PackUse pack) -> -(double) pack.unusedBytes() / pack.size())
                .thenComparing(PackUse::id));
        List<PackUse> chosen = new ArrayList<>();
        for (PackUse pack : candidates) {
            if (unused <= options.maxUnused() * needed) {
                break;
            }
            chosen.add(pack);
            unused -= pack.unusedBytes();
        }
        return chosen;
    }

    private static int groups(PackUse pack) {
        return pack.told().getFirst().pack().directory().groups().size();
    }

    /**
     * A mark outlives the packs that it named by a grace time: a backup that sees an old listing still learns from it
     * that they are gone. What it named and is needed after all is free again when the mark goes.
     */
    private List<ObjectName> doneMarks(Set<PackId> deletable) {
        return scan.marks().marks().stream()
                .filter(mark -> !mark.since().plus(grace.multipliedBy(2)).isAfter(scan.at()))
                .filter(mark -> mark.packs().stream().noneMatch(deletable::contains))
                .map(DeletionMarks.Mark::name)
                .toList();
    }

    private Optional<Instant> earliest() {
        return scan.marks().marks().stream()
                .filter(mark -> mark.packs().stream().anyMatch(id -> waits(id)))
                .map(mark -> mark.since().plus(grace))
                .filter(scan.at()::isBefore)
                .min(Comparator.naturalOrder());
    }

    private boolean waits(PackId id) {
        return scan.stored().containsKey(id) && !expired.contains(id);
    }

    private PrunePlan.Sizes sizes(List<PackUse> repacked, Set<PackId> fresh, Set<PackId> deletable) {
        Set<PackId> moving = new HashSet<>();
        repacked.forEach(pack -> moving.add(pack.id()));
        long waiting = 0;
        long unused = 0;
        for (PackUse pack : packs) {
            boolean stays = !fresh.contains(pack.id()) && !deletable.contains(pack.id());
            if (stays && !pack.isNeeded()) {
                waiting += pack.size();
            } else if (stays && !moving.contains(pack.id())) {
                unused += pack.unusedBytes();
            }
        }
        return new PrunePlan.Sizes(
                packs.stream().mapToLong(PackUse::size).sum(),
                packs.stream().mapToLong(PackUse::neededBytes).sum(),
                repacked.stream().mapToLong(PackUse::neededBytes).sum(),
                sum(fresh),
                sum(deletable),
                waiting,
                unused);
    }

    private long sum(Set<PackId> ids) {
        return ids.stream()
                .map(scan.stored()::get)
                .mapToLong(StoredObject::size)
                .sum();
    }
}
