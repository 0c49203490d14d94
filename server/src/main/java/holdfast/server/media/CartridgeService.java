package holdfast.server.media;

import holdfast.server.access.Permits;
import holdfast.server.access.Role;
import holdfast.server.place.Places;
import holdfast.server.place.SiteId;
import holdfast.server.platform.Invalid;
import holdfast.server.platform.Phrase;
import holdfast.server.record.ActorId;
import holdfast.server.record.EntryId;
import holdfast.server.record.Recorder;
import holdfast.server.record.Ref;
import holdfast.tape.Barcode;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The rules of the register. Each act locks the cartridges that it concerns. */
@Service
@Transactional
class CartridgeService implements Cartridges {
    private final CartridgeStore store;
    private final Places places;
    private final Permits permits;
    private final Recorder recorder;
    private final InstantSource clock;

    CartridgeService(CartridgeStore store, Places places, Permits permits, Recorder recorder, InstantSource clock) {
        this.store = store;
        this.places = places;
        this.permits = permits;
        this.recorder = recorder;
        this.clock = clock;
    }

    static Ref about(Barcode barcode) {
        return new Ref("cartridge", barcode.value());
    }

    @Override
    public Cartridge register(NewCartridge neu, ActorId by) {
        permits.demand(by, Role.OPERATOR, Role.SITE_OFFICER);
        places.site(neu.site());
        if (store.find(neu.barcode()).isPresent()) {
            throw new MediaRefused("refused.cartridge-taken", neu.barcode());
        }
        Map<String, ?> facts = Map.of(
                "make", neu.make(),
                "model", neu.model(),
                "serial", neu.serial(),
                "classification", neu.classification(),
                "origin", origin(neu.origin()),
                "site", neu.site());
        EntryId entry = recorder.record(by, "cartridge.registered", facts, about(neu.barcode()));
        store.insert(neu, new Possession(by, neu.site().value(), clock.instant(), entry));
        return cartridge(neu.barcode());
    }

    private static String origin(Origin origin) {
        return switch (origin) {
            case Origin.Holdfast _ -> "Holdfast";
            case Origin.Foreign(var software, var contents, var encryption, var atMost) ->
                software + ": " + contents + "; encryption: " + encryption + "; unknown, at most " + atMost
                        + " persons";
        };
    }

    @Override
    @Transactional(readOnly = true)
    public Cartridge cartridge(Barcode barcode) {
        return store.find(barcode).orElseThrow(() -> unknown(barcode));
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<Cartridge> find(Barcode barcode) {
        return store.find(barcode);
    }

    @Override
    @Transactional(readOnly = true)
    public List<Cartridge> all() {
        return store.all();
    }

    @Override
    @Transactional(readOnly = true)
    public List<Cartridge> at(SiteId site) {
        return store.at(site);
    }

    @Override
    @Transactional(readOnly = true)
    public List<Cartridge> inCase(CaseId box) {
        return store.inCase(box);
    }

    @Override
    @Transactional(readOnly = true)
    public List<Cartridge> inSet(SetId set) {
        return store.inSet(set);
    }

    @Override
    public void proven(Set<Barcode> cartridges, ActorId who, String where, EntryId entry) {
        Instant now = clock.instant();
        new TreeSet<>(cartridges).forEach(barcode -> store.proven(barcode, who, where, now, entry));
    }

    @Override
    public void lost(Set<Barcode> cartridges, Ref because, ActorId by) {
        permits.demand(by, Role.MANAGER, Role.HEAD, Role.DPO);
        for (Cartridge one : locked(cartridges)) {
            if (!one.whereabouts().held()) {
                throw new MediaRefused("refused.already", one.barcode(), state(one));
            }
            recorder.record(by, "cartridge.lost", Map.of("because", because.toString()), about(one.barcode()), because);
            store.move(one.barcode(), new Whereabouts.Lost(because, clock.instant()), clock.instant());
        }
    }

    @Override
    public void found(Barcode barcode, SiteId site, ActorId by) {
        permits.demand(by, Role.OPERATOR, Role.SITE_OFFICER);
        places.site(site);
        Cartridge one = locked(Set.of(barcode)).getFirst();
        boolean missing =
                one.whereabouts() instanceof Whereabouts.Lost || one.whereabouts() instanceof Whereabouts.InTransit;
        if (!missing) {
            throw new MediaRefused("refused.not-away", barcode, state(one));
        }
        EntryId entry = recorder.record(by, "cartridge.found", Map.of("site", site), about(barcode));
        store.move(barcode, new Whereabouts.Found(site, clock.instant()), clock.instant());
        store.proven(barcode, by, site.value(), clock.instant(), entry);
    }

    @Override
    public void examined(Barcode barcode, String finding, ActorId by) {
        permits.demand(by, Role.OPERATOR, Role.SITE_OFFICER);
        demandWords(finding, "part.the-finding");
        Cartridge one = locked(Set.of(barcode)).getFirst();
        if (!(one.whereabouts() instanceof Whereabouts.Found found)) {
            throw new MediaRefused("refused.not-found-again", barcode, state(one));
        }
        EntryId entry = recorder.record(by, "cartridge.examined", Map.of("finding", finding), about(barcode));
        store.move(barcode, new Whereabouts.AtSite(found.site()), clock.instant());
        store.proven(barcode, by, found.site().value(), clock.instant(), entry);
    }

    @Override
    public void hold(Barcode barcode, String reason, ActorId by) {
        permits.demand(by, Role.DPO, Role.MANAGER, Role.HEAD);
        demandWords(reason, "part.hold-reason");
        Cartridge one = locked(Set.of(barcode)).getFirst();
        if (one.whereabouts() instanceof Whereabouts.Disposed) {
            throw new MediaRefused("refused.disposed-hold", barcode);
        }
        recorder.record(by, "cartridge.held", Map.of("reason", reason), about(barcode));
        store.hold(barcode, reason);
    }

    @Override
    public void endHold(Barcode barcode, String reason, ActorId by) {
        permits.demand(by, Role.DPO, Role.MANAGER, Role.HEAD);
        demandWords(reason, "part.hold-end-reason");
        Cartridge one = locked(Set.of(barcode)).getFirst();
        if (one.legalHold().isEmpty()) {
            throw new MediaRefused("refused.no-hold", barcode);
        }
        recorder.record(by, "cartridge.hold-ended", Map.of("reason", reason), about(barcode));
        store.hold(barcode, null);
    }

    private List<Cartridge> locked(Set<Barcode> barcodes) {
        List<Cartridge> found = store.lock(barcodes);
        Set<Barcode> missing = new TreeSet<>(barcodes);
        found.forEach(one -> missing.remove(one.barcode()));
        if (!missing.isEmpty()) {
            throw unknown(missing.iterator().next());
        }
        return found;
    }

    static MediaRefused unknown(Barcode barcode) {
        return new MediaRefused("refused.cartridge-unknown", barcode);
    }

    /** Where it is, in words that follow "it is". */
    static Phrase state(Cartridge one) {
        return switch (one.whereabouts()) {
            case Whereabouts.AtSite(var site) -> Phrase.of("part.on-shelf", site.value());
            case Whereabouts.InCase(var box, var site) -> Phrase.of("part.in-case", box.value(), site.value());
            case Whereabouts.InTransit(var box, var with) -> Phrase.of("part.on-its-way", box.value(), with.toString());
            case Whereabouts.Lost _ -> Phrase.of("part.lost");
            case Whereabouts.Found found ->
                Phrase.of("part.found-again", found.site().value());
            case Whereabouts.Disposed _ -> Phrase.of("part.disposed");
        };
    }

    static void demandWords(String text, String what) {
        if (text.isBlank()) {
            throw new Invalid("refused.words-missing", Phrase.of(what));
        }
    }
}
