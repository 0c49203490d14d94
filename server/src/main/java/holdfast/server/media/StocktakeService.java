package holdfast.server.media;

import holdfast.server.access.Forbidden;
import holdfast.server.access.People;
import holdfast.server.access.Permits;
import holdfast.server.access.Person;
import holdfast.server.access.Role;
import holdfast.server.place.Places;
import holdfast.server.place.SiteId;
import holdfast.server.platform.Invalid;
import holdfast.server.record.ActorId;
import holdfast.server.record.EntryId;
import holdfast.server.record.Recorder;
import holdfast.server.record.Ref;
import holdfast.server.watch.DueId;
import holdfast.server.watch.Expectation;
import holdfast.server.watch.Rung;
import holdfast.server.watch.Watch;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Blind counts, and what becomes of their differences. */
@Service
@Transactional
class StocktakeService implements Stocktakes {
    private static final Duration UNTIL_HEAD = Duration.ofDays(1);

    private final StocktakeStore store;
    private final CountRhythms rhythms;
    private final CartridgeStore cartridges;
    private final BoxStore boxes;
    private final Watch watch;
    private final People people;
    private final Places places;
    private final Permits permits;
    private final Recorder recorder;
    private final InstantSource clock;
    private final SecureRandom random;

    StocktakeService(
            StocktakeStore store,
            CountRhythms rhythms,
            CartridgeStore cartridges,
            BoxStore boxes,
            Watch watch,
            People people,
            Places places,
            Permits permits,
            Recorder recorder,
            InstantSource clock,
            SecureRandom random) {
        this.store = store;
        this.rhythms = rhythms;
        this.cartridges = cartridges;
        this.boxes = boxes;
        this.watch = watch;
        this.people = people;
        this.places = places;
        this.permits = permits;
        this.recorder = recorder;
        this.clock = clock;
        this.random = random;
    }

    @Override
    public StocktakeId begin(SiteId site, ActorId by) {
        permits.demand(by, Role.SITE_OFFICER, Role.OPERATOR);
        if (!places.postedAt(site).contains(by)) {
            throw new Forbidden("refused.count-posted", site);
        }
        Optional<StocktakeId> begun = store.begun(site, by);
        if (begun.isPresent()) {
            return begun.get();
        }
        StocktakeId id = new StocktakeId(uuid());
        store.insert(id, site, by, clock.instant());
        recorder.record(by, "stocktake.begun", Map.of("site", site), about(id));
        return id;
    }

    @Override
    public Stocktake count(StocktakeId id, StockCount count, ActorId by) {
        permits.demand(by, Role.SITE_OFFICER, Role.OPERATOR);
        Stocktake begun = store.lock(id).orElseThrow(() -> new MediaRefused("refused.count-unknown"));
        if (!begun.counter().equals(by)) {
            throw new Forbidden("refused.count-own");
        }
        if (begun.countedAt().isPresent()) {
            throw new MediaRefused("refused.count-given");
        }
        Comparison compared = new Comparison(begun.site(), count, cartridges.all(), boxes.all()).run();
        Map<String, ?> facts = Map.of(
                "site", begun.site(),
                "seen", count.cartridges().size(),
                "proven", compared.proven().size(),
                "differences", compared.differences().size());
        EntryId entry = recorder.record(by, "stocktake.counted", facts, about(id));
        compared.proven().stream()
                .sorted()
                .forEach(barcode -> cartridges.proven(barcode, by, begun.site().value(), clock.instant(), entry));
        store.counted(id, clock.instant(), compared.proven().size());
        compared.differences().forEach(difference -> finding(id, difference, by));
        rhythms.counted(begun.site(), by);
        return stocktake(id);
    }

    private void finding(StocktakeId id, Comparison.Difference difference, ActorId counter) {
        Finding finding =
                new Finding(uuid(), id, difference.kind(), difference.subject(), difference.what(), Optional.empty());
        boolean aboutCase =
                difference.kind().name().startsWith("CASE") || difference.kind() == Finding.Kind.SEAL_DIFFERS;
        Ref subject = new Ref(aboutCase ? "case" : "cartridge", difference.subject());
        recorder.record(counter, "stocktake.differed", Map.of("what", difference.what()), about(id), subject);
        List<Rung> ladder = List.of(
                new Rung("managers", Duration.ZERO, holding(Role.MANAGER)),
                new Rung("head of office", UNTIL_HEAD, holding(Role.HEAD)));
        DueId due = watch.expect(
                new Expectation("count", subject, clock.instant(), ladder, Set.of(counter)), ActorId.SYSTEM);
        store.insert(finding, due);
    }

    @Override
    @Transactional(readOnly = true)
    public Stocktake stocktake(StocktakeId id) {
        return store.find(id).orElseThrow(() -> new MediaRefused("refused.count-unknown"));
    }

    @Override
    @Transactional(readOnly = true)
    public List<Stocktake> at(SiteId site) {
        return store.at(site);
    }

    @Override
    @Transactional(readOnly = true)
    public List<Finding> open() {
        return store.open();
    }

    @Override
    public void settle(UUID id, String explanation, ActorId by) {
        permits.demand(by, Role.MANAGER, Role.HEAD, Role.DPO);
        if (explanation.isBlank()) {
            throw new Invalid("refused.explain-missing");
        }
        StocktakeStore.Open open =
                store.lockFinding(id).orElseThrow(() -> new MediaRefused("refused.difference-unknown"));
        StocktakeId stocktake = open.finding().stocktake();
        if (stocktake(stocktake).counter().equals(by)) {
            throw new Forbidden("refused.difference-own");
        }
        store.settle(id, explanation, by);
        Map<String, ?> facts = Map.of("what", open.finding().what(), "explanation", explanation);
        recorder.record(by, "stocktake.settled", facts, about(stocktake));
        watch.fulfil(open.watch(), by);
    }

    @Override
    public void every(SiteId site, int days, ActorId by) {
        Optional<Instant> last =
                store.at(site).stream().flatMap(one -> one.countedAt().stream()).max(Comparator.naturalOrder());
        rhythms.set(site, days, last, by);
    }

    @Override
    @Transactional(readOnly = true)
    public List<CountRhythm> rhythms() {
        return rhythms.all();
    }

    private Set<ActorId> holding(Role role) {
        return people.holding(role).stream().map(Person::id).collect(Collectors.toSet());
    }

    private UUID uuid() {
        return new UUID(random.nextLong(), random.nextLong());
    }

    private static Ref about(StocktakeId id) {
        return new Ref("stocktake", id.toString());
    }
}
