package holdfast.server.custody;

import holdfast.server.media.Box;
import holdfast.server.media.Cartridge;
import holdfast.server.media.Cartridges;
import holdfast.server.media.CaseId;
import holdfast.server.media.Cases;
import holdfast.server.media.Classification;
import holdfast.server.media.MediaRefused;
import holdfast.server.media.NewCartridge;
import holdfast.server.media.Origin;
import holdfast.server.media.Possession;
import holdfast.server.media.SealNumber;
import holdfast.server.media.SetId;
import holdfast.server.media.Whereabouts;
import holdfast.server.place.SiteId;
import holdfast.server.record.ActorId;
import holdfast.server.record.EntryId;
import holdfast.server.record.Recorder;
import holdfast.server.record.Ref;
import holdfast.tape.Barcode;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** The register of media in memory: keeps the same states as the real one, without permits. */
final class FakeMedia {

    final Map<Barcode, Cartridge> cartridges = new TreeMap<>();
    final Map<CaseId, Box> boxes = new HashMap<>();
    private final Recorder recorder;
    private final InstantSource clock;

    FakeMedia(Recorder recorder, InstantSource clock) {
        this.recorder = recorder;
        this.clock = clock;
    }

    Cartridges cartridges() {
        return new TheCartridges();
    }

    Cases cases() {
        return new TheCases();
    }

    private void move(Barcode barcode, Whereabouts where) {
        Cartridge old = cartridge(barcode);
        cartridges.put(
                barcode,
                new Cartridge(
                        barcode,
                        old.make(),
                        old.model(),
                        old.serial(),
                        old.classification(),
                        old.origin(),
                        where,
                        old.set(),
                        old.legalHold(),
                        old.lastProven()));
    }

    private Cartridge cartridge(Barcode barcode) {
        return Optional.ofNullable(cartridges.get(barcode))
                .orElseThrow(() -> new MediaRefused("refused.cartridge-unknown", barcode));
    }

    private List<Cartridge> packed(CaseId box) {
        return cartridges.values().stream()
                .filter(one -> switch (one.whereabouts()) {
                    case Whereabouts.InCase in -> in.box().equals(box);
                    case Whereabouts.InTransit in -> in.box().equals(box);
                    default -> false;
                })
                .toList();
    }

    private final class TheCartridges implements Cartridges {
        @Override
        public Cartridge register(NewCartridge neu, ActorId by) {
            EntryId entry = recorder.record(by, "cartridge.registered", Map.of(), Refs.of(neu.barcode()));
            Cartridge made = new Cartridge(
                    neu.barcode(),
                    neu.make(),
                    neu.model(),
                    neu.serial(),
                    neu.classification(),
                    neu.origin(),
                    new Whereabouts.AtSite(neu.site()),
                    Optional.empty(),
                    Optional.empty(),
                    new Possession(by, neu.site().value(), clock.instant(), entry));
            cartridges.put(neu.barcode(), made);
            return made;
        }

        @Override
        public Cartridge cartridge(Barcode barcode) {
            return FakeMedia.this.cartridge(barcode);
        }

        @Override
        public Optional<Cartridge> find(Barcode barcode) {
            return Optional.ofNullable(cartridges.get(barcode));
        }

        @Override
        public List<Cartridge> all() {
            return List.copyOf(cartridges.values());
        }

        @Override
        public List<Cartridge> at(SiteId site) {
            throw new UnsupportedOperationException();
        }

        @Override
        public List<Cartridge> inCase(CaseId box) {
            return packed(box);
        }

        @Override
        public List<Cartridge> inSet(SetId set) {
            throw new UnsupportedOperationException();
        }

        @Override
        public void proven(Set<Barcode> which, ActorId who, String where, EntryId entry) {
            for (Barcode barcode : which) {
                Cartridge old = FakeMedia.this.cartridge(barcode);
                cartridges.put(
                        barcode,
                        new Cartridge(
                                barcode,
                                old.make(),
                                old.model(),
                                old.serial(),
                                old.classification(),
                                old.origin(),
                                old.whereabouts(),
                                old.set(),
                                old.legalHold(),
                                new Possession(who, where, clock.instant(), entry)));
            }
        }

        @Override
        public void lost(Set<Barcode> which, Ref because, ActorId by) {
            which.forEach(barcode -> move(barcode, new Whereabouts.Lost(because, clock.instant())));
        }

        @Override
        public void found(Barcode barcode, SiteId site, ActorId by) {
            boolean gone = switch (FakeMedia.this.cartridge(barcode).whereabouts()) {
                case Whereabouts.Lost _, Whereabouts.InTransit _ -> true;
                default -> false;
            };
            if (!gone) {
                throw new MediaRefused("refused.not-away", barcode, "here");
            }
            move(barcode, new Whereabouts.Found(site, clock.instant()));
        }

        @Override
        public void examined(Barcode barcode, String finding, ActorId by) {
            Whereabouts.Found found =
                    (Whereabouts.Found) FakeMedia.this.cartridge(barcode).whereabouts();
            move(barcode, new Whereabouts.AtSite(found.site()));
        }

        @Override
        public void hold(Barcode cartridge, String reason, ActorId by) {
            throw new UnsupportedOperationException();
        }

        @Override
        public void endHold(Barcode cartridge, String reason, ActorId by) {
            throw new UnsupportedOperationException();
        }
    }

    private final class TheCases implements Cases {
        @Override
        public Box register(CaseId id, String description, String lock, int slots, SiteId site, ActorId by) {
            Box box =
                    new Box(id, description, lock, slots, Optional.of(site), Optional.empty(), Optional.empty(), false);
            boxes.put(id, box);
            return box;
        }

        @Override
        public Box box(CaseId id) {
            return Optional.ofNullable(boxes.get(id)).orElseThrow(() -> new MediaRefused("refused.case-unknown", id));
        }

        @Override
        public List<Box> all() {
            return List.copyOf(boxes.values());
        }

        @Override
        public List<Box> at(SiteId site) {
            throw new UnsupportedOperationException();
        }

        @Override
        public void pack(CaseId id, Set<Barcode> scanned, ActorId by) {
            SiteId site = open(id);
            scanned.forEach(barcode -> {
                if (!FakeMedia.this.cartridge(barcode).whereabouts().equals(new Whereabouts.AtSite(site))) {
                    throw new MediaRefused("refused.not-registered", barcode);
                }
                move(barcode, new Whereabouts.InCase(id, site));
            });
        }

        @Override
        public void unpack(CaseId id, Set<Barcode> scanned, ActorId by) {
            SiteId site = open(id);
            scanned.forEach(barcode -> move(barcode, new Whereabouts.AtSite(site)));
        }

        private SiteId open(CaseId id) {
            Box box = box(id);
            if (box.seal().isPresent()) {
                throw new MediaRefused("refused.unseal-first", id);
            }
            return box.site().orElseThrow(() -> new MediaRefused("refused.case-away", id));
        }

        @Override
        public void seal(CaseId id, SealNumber seal, ActorId by) {
            open(id);
            put(id, box(id).site(), Optional.empty(), Optional.of(seal), false);
            recorder.record(by, "case.sealed", Map.of("seal", seal), new Ref("case", id.value()));
        }

        @Override
        public boolean unseal(CaseId id, SealNumber read, ActorId by) {
            boolean same = box(id).seal().equals(Optional.of(read));
            put(id, box(id).site(), Optional.empty(), Optional.empty(), false);
            return same;
        }

        @Override
        public void depart(CaseId id, Ref consignment, ActorId by) {
            if (box(id).seal().isEmpty() || box(id).site().isEmpty()) {
                throw new MediaRefused("refused.case-away-already", id);
            }
            packed(id).forEach(one -> move(one.barcode(), new Whereabouts.InTransit(id, consignment)));
            put(id, Optional.empty(), Optional.of(consignment), box(id).seal(), false);
        }

        @Override
        public void arrive(CaseId id, SiteId site, Set<Barcode> present, ActorId by) {
            present.forEach(barcode -> move(barcode, new Whereabouts.InCase(id, site)));
            put(id, Optional.of(site), Optional.empty(), box(id).seal(), false);
        }

        @Override
        public void lost(CaseId id, Ref because, ActorId by) {
            packed(id).forEach(one -> move(one.barcode(), new Whereabouts.Lost(because, clock.instant())));
            put(id, Optional.empty(), Optional.of(because), box(id).seal(), true);
        }

        @Override
        public void found(CaseId id, SiteId site, Set<Barcode> present, ActorId by) {
            present.forEach(barcode -> move(barcode, new Whereabouts.Found(site, clock.instant())));
            put(id, Optional.of(site), Optional.empty(), Optional.empty(), false);
        }

        private void put(
                CaseId id, Optional<SiteId> site, Optional<Ref> consignment, Optional<SealNumber> seal, boolean lost) {
            Box old = box(id);
            boxes.put(id, new Box(id, old.description(), old.lock(), old.slots(), site, consignment, seal, lost));
        }
    }

    static NewCartridge cartridge(String barcode, SiteId site) {
        return new NewCartridge(
                new Barcode(barcode),
                "Maker",
                "LTO-9",
                barcode + "-SN",
                Classification.RESTRICTED,
                new Origin.Holdfast(),
                site);
    }
}
