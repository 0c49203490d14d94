package holdfast.server.incident;

import holdfast.server.custody.CartridgeFound;
import holdfast.server.custody.CartridgesArrived;
import holdfast.server.custody.Consignment;
import holdfast.server.custody.ConsignmentId;
import holdfast.server.custody.Consignments;
import holdfast.server.custody.LossConfirmed;
import holdfast.server.custody.PartialArrival;
import holdfast.server.keys.CartridgeKeys;
import holdfast.server.platform.Phrase;
import holdfast.server.record.ActorId;
import holdfast.server.record.Ref;
import holdfast.server.watch.RungReached;
import holdfast.tape.Barcode;
import java.time.Instant;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Opens files by itself: when a receipt is overdue, or a count falls short. Follows what custody reports. Every listener
 * runs inside the reporting transaction: alarm and file stand or fall together.
 */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class OpenedByTheClock {
    private final IncidentFiles files;
    private final IncidentStore store;
    private final OnsetFinder onset;
    private final ClockDesk clocks;
    private final Consignments consignments;
    private final CartridgeKeys keys;
    private final AssessmentService assessments;

    OpenedByTheClock(
            IncidentFiles files,
            IncidentStore store,
            OnsetFinder onset,
            ClockDesk clocks,
            Consignments consignments,
            CartridgeKeys keys,
            AssessmentService assessments) {
        this.files = files;
        this.store = store;
        this.onset = onset;
        this.clocks = clocks;
        this.consignments = consignments;
        this.keys = keys;
        this.assessments = assessments;
    }

    @EventListener
    void on(RungReached rung) {
        if (!rung.what().equals("receipt")
                || !rung.about().kind().equals("consignment")
                || store.openAbout(rung.about()).isPresent()) {
            return;
        }
        Set<Barcode> missing = notArrived(new ConsignmentId(rung.about().id()));
        Phrase title = Phrase.of("title.not-arrived", missing.size());
        open(
                title,
                rung.about(),
                missing,
                rung.at(),
                Phrase.of("opened.receipt", rung.about().id()));
    }

    @EventListener
    void on(PartialArrival arrival) {
        Ref about = arrival.consignment().ref();
        if (arrival.missing().isEmpty() || store.openAbout(about).isPresent()) {
            return;
        }
        Phrase title = Phrase.of("title.missing", arrival.missing().size(), about.id());
        open(title, about, arrival.missing(), arrival.at(), Phrase.of("opened.count", about.id()));
    }

    private void open(Phrase title, Ref about, Set<Barcode> missing, Instant at, Phrase how) {
        IncidentId id = files.open(title, about, missing, how, ActorId.SYSTEM);
        files.mark(id, Mark.SUSPICION, at, how, ActorId.SYSTEM);
        onset.propose(store.incident(id))
                .ifPresent(window -> files.mark(id, Mark.ONSET, window.from(), window.basis(), ActorId.SYSTEM));
        clocks.align(id);
    }

    private Set<Barcode> notArrived(ConsignmentId id) {
        Consignment consignment = consignments.consignment(id);
        return consignment.cartridges().stream()
                .filter(one ->
                        one.state() != Consignment.TravelState.ARRIVED && one.state() != Consignment.TravelState.FOUND)
                .map(Consignment.Travelling::barcode)
                .collect(Collectors.toSet());
    }

    @EventListener
    void on(LossConfirmed loss) {
        Ref about = loss.consignment().ref();
        IncidentId id = store.openAbout(about)
                .map(Incident::id)
                .orElseGet(() -> files.open(
                        Phrase.of("title.lost", loss.cartridges().size()),
                        about,
                        loss.cartridges(),
                        Phrase.of("opened.loss", loss.basis()),
                        loss.by()));
        lost(id, loss.cartridges(), loss.basis(), loss.by(), loss.at());
    }

    /** What follows from a confirmed loss, however it was confirmed. */
    void lost(IncidentId id, Set<Barcode> cartridges, String basis, ActorId by, Instant at) {
        store.fate(id, cartridges, Incident.CartridgeFate.LOST);
        store.stage(id, Incident.Stage.CONFIRMED);
        int lost = store.incident(id).lost().size();
        store.title(id, IncidentFiles.count(lost) + (lost == 1 ? " is lost" : " are lost"));
        files.markOnce(id, Mark.SUSPICION, at, Phrase.of("basis.loss", basis), by);
        files.markOnce(id, Mark.AWARENESS, at, Phrase.of("basis.loss", basis), by);
        keys.quarantine(cartridges, "Loss confirmed in incident " + id, by);
        assessments.lapse(id, "loss-confirmed");
        clocks.align(id);
    }

    @EventListener
    void on(CartridgeFound found) {
        for (Incident open : store.openWith(found.cartridge())) {
            found(open.id(), Set.of(found.cartridge()));
        }
    }

    /** What came after the file was opened is not missing any more: the rest is. */
    @EventListener
    void on(CartridgesArrived arrival) {
        store.openAbout(arrival.consignment().ref()).ifPresent(open -> {
            Set<Barcode> back = new HashSet<>(arrival.arrived());
            back.retainAll(open.missing());
            if (!back.isEmpty()) {
                found(open.id(), back);
            }
        });
    }

    /** What follows when cartridges are in hand again. */
    void found(IncidentId id, Set<Barcode> cartridges) {
        store.fate(id, cartridges, Incident.CartridgeFate.FOUND);
        Incident now = store.incident(id);
        Set<Barcode> rest = new HashSet<>(now.barcodes());
        rest.removeIf(one -> now.cartridges().get(one) == Incident.CartridgeFate.FOUND);
        if (rest.isEmpty()) {
            store.stage(id, Incident.Stage.FOUND);
        }
        store.title(
                id,
                rest.isEmpty()
                        ? "What was missing is in hand again; nobody knows who had it meanwhile"
                        : IncidentFiles.count(rest.size()) + " still missing");
        assessments.lapse(id, "found-again");
    }
}
