package holdfast.server.media;

import holdfast.server.access.Forbidden;
import holdfast.server.access.Permits;
import holdfast.server.access.Role;
import holdfast.server.record.ActorId;
import holdfast.server.record.Recorder;
import holdfast.tape.Barcode;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The two steps of a disposal. Each locks the cartridge; the database too refuses one person in both. */
@Service
@Transactional
class DisposalService implements Disposals {
    private final DisposalStore store;
    private final CartridgeStore cartridges;
    private final Permits permits;
    private final Recorder recorder;
    private final InstantSource clock;

    DisposalService(
            DisposalStore store, CartridgeStore cartridges, Permits permits, Recorder recorder, InstantSource clock) {
        this.store = store;
        this.cartridges = cartridges;
        this.permits = permits;
        this.recorder = recorder;
        this.clock = clock;
    }

    @Override
    public Disposal ask(Barcode barcode, String reason, ActorId by) {
        permits.demand(by, Role.OPERATOR, Role.MANAGER);
        CartridgeService.demandWords(reason, "part.disposal-reason");
        demandDisposable(locked(barcode));
        if (store.find(barcode).isPresent()) {
            throw new MediaRefused("refused.disposal-asked", barcode);
        }
        Disposal asked = new Disposal(barcode, reason, by, clock.instant());
        store.ask(asked);
        recorder.record(by, "cartridge.disposal-asked", Map.of("reason", reason), CartridgeService.about(barcode));
        return asked;
    }

    @Override
    public void withdraw(Barcode barcode, String reason, ActorId by) {
        permits.demand(by, Role.OPERATOR, Role.MANAGER, Role.HEAD);
        CartridgeService.demandWords(reason, "part.keep-reason");
        locked(barcode);
        demandAsked(barcode);
        store.withdraw(barcode);
        recorder.record(by, "cartridge.disposal-withdrawn", Map.of("reason", reason), CartridgeService.about(barcode));
    }

    @Override
    public void dispose(Barcode barcode, String certificate, ActorId by) {
        permits.demand(by, Role.MANAGER, Role.HEAD);
        CartridgeService.demandWords(certificate, "part.certificate");
        Cartridge one = locked(barcode);
        Disposal asked = demandAsked(barcode);
        if (asked.askedBy().equals(by)) {
            throw new Forbidden("refused.disposal-second", barcode);
        }
        demandDisposable(one);
        Map<String, ?> facts =
                Map.of("certificate", certificate, "askedBy", asked.askedBy().value(), "reason", asked.reason());
        recorder.record(by, "cartridge.disposed", facts, CartridgeService.about(barcode));
        store.dispose(barcode, certificate, by, clock.instant());
    }

    @Override
    @Transactional(readOnly = true)
    public List<Disposal> waiting() {
        return store.waiting();
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<Disposal> waiting(Barcode barcode) {
        return store.find(barcode);
    }

    private Cartridge locked(Barcode barcode) {
        return cartridges.lock(Set.of(barcode)).stream()
                .findFirst()
                .orElseThrow(() -> CartridgeService.unknown(barcode));
    }

    private Disposal demandAsked(Barcode barcode) {
        return store.find(barcode).orElseThrow(() -> new MediaRefused("refused.disposal-none", barcode));
    }

    private static void demandDisposable(Cartridge one) {
        one.legalHold().ifPresent(why -> {
            throw new MediaRefused("refused.disposal-held", one.barcode(), why);
        });
        if (!(one.whereabouts() instanceof Whereabouts.AtSite)) {
            throw new MediaRefused("refused.only-from-shelf", one.barcode(), CartridgeService.state(one));
        }
    }
}
