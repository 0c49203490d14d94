package holdfast.server.media;

import holdfast.server.access.Permits;
import holdfast.server.access.Role;
import holdfast.server.place.Places;
import holdfast.server.place.SiteId;
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
            throw new MediaRefused("Cartridge " + neu.barcode() + " is in the register already.");
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
                throw new MediaRefused("Cartridge " + one.barcode() + " is " + state(one) + " already.");
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
            throw new MediaRefused("Cartridge " + barcode + " was neither lost nor on its way: it is " + state(one)
                    + ". Count the site instead.");
        }
        EntryId entry = recorder.record(by, "cartridge.found", Map.of("site", site), about(barcode));
        store.move(barcode, new Whereabouts.Found(site, clock.instant()), clock.instant());
        store.proven(barcode, by, site.value(), clock.instant(), entry);
    }

    @Override
    public void examined(Barcode barcode, String finding, ActorId by) {
        permits.demand(by, Role.OPERATOR, Role.SITE_OFFICER);
        demandWords(finding, "the finding");
        Cartridge one = locked(Set.of(barcode)).getFirst();
        if (!(one.whereabouts() instanceof Whereabouts.Found found)) {
            throw new MediaRefused(
                    "Only a cartridge that was found again is examined: " + barcode + " is " + state(one) + ".");
        }
        EntryId entry = recorder.record(by, "cartridge.examined", Map.of("finding", finding), about(barcode));
        store.move(barcode, new Whereabouts.AtSite(found.site()), clock.instant());
        store.proven(barcode, by, found.site().value(), clock.instant(), entry);
    }

    @Override
    public void hold(Barcode barcode, String reason, ActorId by) {
        permits.demand(by, Role.DPO, Role.MANAGER, Role.HEAD);
        demandWords(reason, "the reason for a legal hold");
        Cartridge one = locked(Set.of(barcode)).getFirst();
        if (one.whereabouts() instanceof Whereabouts.Disposed) {
            throw new MediaRefused("Cartridge " + barcode + " was disposed of: there is nothing left to hold.");
        }
        recorder.record(by, "cartridge.held", Map.of("reason", reason), about(barcode));
        store.hold(barcode, reason);
    }

    @Override
    public void endHold(Barcode barcode, String reason, ActorId by) {
        permits.demand(by, Role.DPO, Role.MANAGER, Role.HEAD);
        demandWords(reason, "the reason for ending a legal hold");
        Cartridge one = locked(Set.of(barcode)).getFirst();
        if (one.legalHold().isEmpty()) {
            throw new MediaRefused("Cartridge " + barcode + " is under no legal hold.");
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
        return new MediaRefused("Cartridge " + barcode + " is not in the register. Register it first.");
    }

    /** Where it is, in words that follow "it is". */
    static String state(Cartridge one) {
        return switch (one.whereabouts()) {
            case Whereabouts.AtSite(var site) -> "on the shelf at " + site;
            case Whereabouts.InCase(var box, var site) -> "in case " + box + " at " + site;
            case Whereabouts.InTransit(var box, var consignment) ->
                "on its way in case " + box + " with " + consignment;
            case Whereabouts.Lost _ -> "lost";
            case Whereabouts.Found found -> "found again at " + found.site() + " and not yet examined";
            case Whereabouts.Disposed _ -> "disposed of";
        };
    }

    static void demandWords(String text, String what) {
        if (text.isBlank()) {
            throw new IllegalArgumentException(what + " is missing: it stands in the record");
        }
    }
}
