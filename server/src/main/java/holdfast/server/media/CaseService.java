package holdfast.server.media;

import holdfast.server.access.Permits;
import holdfast.server.access.Role;
import holdfast.server.place.Places;
import holdfast.server.place.SiteId;
import holdfast.server.platform.Invalid;
import holdfast.server.record.ActorId;
import holdfast.server.record.EntryId;
import holdfast.server.record.Recorder;
import holdfast.server.record.Ref;
import holdfast.tape.Barcode;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The rules of cases. Each act locks the case first, then the cartridges that it concerns. */
@Service
@Transactional
class CaseService implements Cases {
    private final BoxStore boxes;
    private final CartridgeStore cartridges;
    private final Places places;
    private final Permits permits;
    private final Recorder recorder;
    private final InstantSource clock;

    CaseService(
            BoxStore boxes,
            CartridgeStore cartridges,
            Places places,
            Permits permits,
            Recorder recorder,
            InstantSource clock) {
        this.boxes = boxes;
        this.cartridges = cartridges;
        this.places = places;
        this.permits = permits;
        this.recorder = recorder;
        this.clock = clock;
    }

    @Override
    public Box register(CaseId id, String description, String lock, int slots, SiteId site, ActorId by) {
        permits.demand(by, Role.OPERATOR, Role.SITE_OFFICER);
        places.site(site);
        if (boxes.find(id).isPresent()) {
            throw new MediaRefused("refused.case-taken", id);
        }
        if (slots < 1) {
            throw new Invalid("refused.case-slots");
        }
        Box box = new Box(id, description, lock, slots, Optional.of(site), Optional.empty(), Optional.empty(), false);
        boxes.insert(box);
        recorder.record(by, "case.registered", Map.of("site", site, "lock", lock, "slots", slots), about(id));
        return box;
    }

    @Override
    @Transactional(readOnly = true)
    public Box box(CaseId id) {
        return boxes.find(id).orElseThrow(() -> unknown(id));
    }

    @Override
    @Transactional(readOnly = true)
    public List<Box> all() {
        return boxes.all();
    }

    @Override
    @Transactional(readOnly = true)
    public List<Box> at(SiteId site) {
        return boxes.at(site);
    }

    @Override
    public void pack(CaseId id, Set<Barcode> scanned, ActorId by) {
        permits.demand(by, Role.OPERATOR, Role.SITE_OFFICER);
        Box box = open(id);
        SiteId site = box.site().orElseThrow();
        int already = cartridges.inCase(id).size();
        if (already + scanned.size() > box.slots()) {
            throw new MediaRefused("refused.case-full", id, box.slots(), already, scanned.size());
        }
        for (Cartridge one : locked(scanned)) {
            if (!one.whereabouts().equals(new Whereabouts.AtSite(site))) {
                throw new MediaRefused("refused.not-packable", one.barcode(), id, site, CartridgeService.state(one));
            }
        }
        EntryId entry = recorder.record(by, "case.packed", Map.of("cartridges", sorted(scanned)), refs(id, scanned));
        move(scanned, new Whereabouts.InCase(id, site));
        prove(scanned, by, "case " + id + " at " + site, entry);
    }

    @Override
    public void unpack(CaseId id, Set<Barcode> scanned, ActorId by) {
        permits.demand(by, Role.OPERATOR, Role.SITE_OFFICER);
        SiteId site = open(id).site().orElseThrow();
        for (Cartridge one : locked(scanned)) {
            if (!one.whereabouts().equals(new Whereabouts.InCase(id, site))) {
                throw new MediaRefused("refused.strange-in-case", one.barcode(), id, CartridgeService.state(one));
            }
        }
        EntryId entry = recorder.record(by, "case.unpacked", Map.of("cartridges", sorted(scanned)), refs(id, scanned));
        move(scanned, new Whereabouts.AtSite(site));
        prove(scanned, by, site.value(), entry);
    }

    @Override
    public void seal(CaseId id, SealNumber seal, ActorId by) {
        permits.demand(by, Role.OPERATOR, Role.SITE_OFFICER);
        Box box = open(id);
        Set<Barcode> inside = inside(id);
        if (inside.isEmpty()) {
            throw new MediaRefused("refused.case-empty", id);
        }
        if (!boxes.useSeal(seal, id, clock.instant())) {
            throw new MediaRefused("refused.seal-used", seal);
        }
        boxes.update(with(box, box.site(), box.consignment(), Optional.of(seal), false));
        EntryId entry = recorder.record(
                by, "case.sealed", Map.of("seal", seal, "cartridges", sorted(inside)), refs(id, inside));
        prove(inside, by, "case " + id + ", seal " + seal, entry);
    }

    @Override
    public boolean unseal(CaseId id, SealNumber read, ActorId by) {
        permits.demand(by, Role.OPERATOR, Role.SITE_OFFICER);
        Box box = lock(id);
        SealNumber expected = box.seal().orElseThrow(() -> new MediaRefused("refused.case-open", id));
        if (box.site().isEmpty()) {
            throw new MediaRefused("refused.unseal-there", id);
        }
        boolean same = expected.equals(read);
        boxes.update(with(box, box.site(), box.consignment(), Optional.empty(), false));
        recorder.record(
                by, same ? "case.unsealed" : "case.seal-differed", Map.of("read", read, "put", expected), about(id));
        return same;
    }

    @Override
    public void depart(CaseId id, Ref consignment, ActorId by) {
        permits.demand(by, Role.OPERATOR, Role.SITE_OFFICER, Role.COURIER);
        Box box = lock(id);
        if (box.lost() || box.site().isEmpty()) {
            throw new MediaRefused(box.lost() ? "refused.case-lost-stays" : "refused.case-away-already", id);
        }
        if (box.seal().isEmpty()) {
            throw new MediaRefused("refused.seal-then-go", id);
        }
        Set<Barcode> inside = inside(id);
        boxes.update(with(box, Optional.empty(), Optional.of(consignment), box.seal(), false));
        move(inside, new Whereabouts.InTransit(id, consignment));
        recorder.record(by, "case.departed", Map.of("consignment", consignment.toString()), refs(id, inside));
    }

    @Override
    public void arrive(CaseId id, SiteId site, Set<Barcode> present, ActorId by) {
        permits.demand(by, Role.OPERATOR, Role.SITE_OFFICER, Role.COURIER);
        places.site(site);
        Box box = lock(id);
        boxes.update(with(box, Optional.of(site), Optional.empty(), box.seal(), false));
        Set<Barcode> here = accounted(present);
        EntryId entry =
                recorder.record(by, "case.arrived", Map.of("site", site, "present", sorted(present)), refs(id, here));
        move(here, new Whereabouts.InCase(id, site));
        prove(here, by, "case " + id + " at " + site, entry);
    }

    @Override
    public void lost(CaseId id, Ref because, ActorId by) {
        permits.demand(by, Role.MANAGER, Role.HEAD, Role.DPO);
        Box box = lock(id);
        if (box.lost()) {
            throw new MediaRefused("refused.case-lost", id);
        }
        Set<Barcode> inside = inside(id);
        boxes.update(with(box, Optional.empty(), Optional.of(because), box.seal(), true));
        move(inside, new Whereabouts.Lost(because, clock.instant()));
        recorder.record(by, "case.lost", Map.of("because", because.toString()), refs(id, inside));
    }

    @Override
    public void found(CaseId id, SiteId site, Set<Barcode> present, ActorId by) {
        permits.demand(by, Role.OPERATOR, Role.SITE_OFFICER);
        places.site(site);
        Box box = lock(id);
        if (box.site().isPresent()) {
            throw new MediaRefused("refused.case-not-away", id, box.site().get());
        }
        Set<Barcode> here = accounted(present);
        boxes.update(with(box, Optional.of(site), Optional.empty(), Optional.empty(), false));
        EntryId entry =
                recorder.record(by, "case.found", Map.of("site", site, "present", sorted(present)), refs(id, here));
        move(here, new Whereabouts.Found(site, clock.instant()));
        prove(here, by, site.value(), entry);
    }

    /** Those of the scanned that the register knows and that were not disposed of: an unknown one is a finding. */
    private Set<Barcode> accounted(Set<Barcode> scanned) {
        Set<Barcode> known = new TreeSet<>();
        for (Cartridge one : cartridges.lock(scanned)) {
            if (!(one.whereabouts() instanceof Whereabouts.Disposed)) {
                known.add(one.barcode());
            }
        }
        return known;
    }

    private Box open(CaseId id) {
        Box box = lock(id);
        if (box.site().isEmpty()) {
            throw new MediaRefused(box.lost() ? "refused.case-lost" : "refused.case-away", id);
        }
        if (box.seal().isPresent()) {
            // Without the number: who must read it from the seal must not be told it by a refusal.
            throw new MediaRefused("refused.unseal-first", id);
        }
        return box;
    }

    private Box lock(CaseId id) {
        return boxes.lock(id).orElseThrow(() -> unknown(id));
    }

    private List<Cartridge> locked(Set<Barcode> barcodes) {
        List<Cartridge> found = cartridges.lock(barcodes);
        Set<Barcode> missing = new TreeSet<>(barcodes);
        found.forEach(one -> missing.remove(one.barcode()));
        if (barcodes.isEmpty() || !missing.isEmpty()) {
            throw barcodes.isEmpty()
                    ? new MediaRefused("refused.nothing-scanned")
                    : new MediaRefused("refused.not-registered", List.copyOf(missing));
        }
        return found;
    }

    private Set<Barcode> inside(CaseId id) {
        Set<Barcode> inside = new TreeSet<>();
        cartridges.inCase(id).forEach(one -> inside.add(one.barcode()));
        return inside;
    }

    private void move(Collection<Barcode> barcodes, Whereabouts to) {
        new TreeSet<>(barcodes).forEach(barcode -> cartridges.move(barcode, to, clock.instant()));
    }

    private void prove(Collection<Barcode> barcodes, ActorId by, String where, EntryId entry) {
        new TreeSet<>(barcodes).forEach(barcode -> cartridges.proven(barcode, by, where, clock.instant(), entry));
    }

    private static Box with(
            Box old, Optional<SiteId> site, Optional<Ref> consignment, Optional<SealNumber> seal, boolean lost) {
        return new Box(old.id(), old.description(), old.lock(), old.slots(), site, consignment, seal, lost);
    }

    private static List<String> sorted(Collection<Barcode> barcodes) {
        return barcodes.stream().sorted().map(Barcode::value).toList();
    }

    static Ref about(CaseId id) {
        return new Ref("case", id.value());
    }

    private static Ref[] refs(CaseId id, Collection<Barcode> barcodes) {
        List<Ref> refs = new ArrayList<>(List.of(about(id)));
        barcodes.stream().sorted().map(CartridgeService::about).forEach(refs::add);
        return refs.toArray(Ref[]::new);
    }

    private static MediaRefused unknown(CaseId id) {
        return new MediaRefused("refused.case-unknown", id);
    }
}
