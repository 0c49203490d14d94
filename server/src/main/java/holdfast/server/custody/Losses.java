package holdfast.server.custody;

import holdfast.server.access.Permits;
import holdfast.server.access.Role;
import holdfast.server.custody.Consignment.TravelState;
import holdfast.server.custody.Consignment.Travelling;
import holdfast.server.custody.RefusedException.Reason;
import holdfast.server.delivery.News;
import holdfast.server.media.Cartridges;
import holdfast.server.media.CaseId;
import holdfast.server.media.Cases;
import holdfast.server.platform.Phrase;
import holdfast.server.record.ActorId;
import holdfast.server.record.Recorder;
import holdfast.server.watch.Watch;
import holdfast.tape.Barcode;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** Confirms that something is lost, and closes inspections. Runs in its caller's transaction. */
@Component
class Losses {

    private final ConsignmentStore store;
    private final Cases cases;
    private final Cartridges cartridges;
    private final Watch watch;
    private final Settlement settlement;
    private final Seniors seniors;
    private final Permits permits;
    private final Recorder recorder;
    private final ApplicationEventPublisher events;
    private final InstantSource clock;

    Losses(
            ConsignmentStore store,
            Cases cases,
            Cartridges cartridges,
            Watch watch,
            Settlement settlement,
            Seniors seniors,
            Permits permits,
            Recorder recorder,
            ApplicationEventPublisher events,
            InstantSource clock) {
        this.store = store;
        this.cases = cases;
        this.cartridges = cartridges;
        this.watch = watch;
        this.settlement = settlement;
        this.seniors = seniors;
        this.permits = permits;
        this.recorder = recorder;
        this.events = events;
        this.clock = clock;
    }

    void confirmLost(ConsignmentId id, Set<Barcode> lost, String basis, ActorId by) {
        permits.demand(by, Role.MANAGER, Role.HEAD, Role.DPO);
        Consignment consignment = store.lock(id);
        Leg leg = Trip.underway(consignment);
        Trip.demandUntouched(consignment, leg, by);
        if (basis.isBlank() || lost.isEmpty() || !consignment.open().containsAll(lost)) {
            throw new RefusedException(Reason.INVALID, "refused.loss-name-cartridges", id);
        }
        Instant now = clock.instant();
        recorder.record(
                by,
                "loss.confirmed",
                Map.of("basis", basis, "cartridges", sorted(lost), "leg", leg.number()),
                Refs.of(id, List.of(), lost));
        store.cartridges(id, lost, TravelState.LOST);
        loseMedia(consignment, lost, by);
        events.publishEvent(new LossConfirmed(id, lost, basis, by, now));
        // Whoever confirms early must not keep the head from hearing.
        seniors.tell(
                new News(
                        Phrase.of("told.lost.subject", id.value()),
                        Phrase.of("told.lost.body", seniors.name(by), basis),
                        id.ref()),
                Role.HEAD,
                Role.MANAGER,
                Role.DPO);
        settlement.settle(id, leg, by);
    }

    void settleInspection(ConsignmentId id, String finding, ActorId by) {
        permits.demand(by, Role.MANAGER, Role.HEAD, Role.DPO);
        Consignment consignment = store.lock(id);
        Leg leg = consignment.legs().stream()
                .filter(one -> one.inspection().isPresent())
                .findFirst()
                .orElseThrow(() -> new RefusedException(Reason.WRONG_STATE, "refused.no-inspection", id));
        Trip.demandUntouched(consignment, leg, by);
        if (finding.isBlank()) {
            throw new RefusedException(Reason.INVALID, "refused.finding-missing");
        }
        recorder.record(by, "inspection.settled", Map.of("finding", finding, "leg", leg.number()), id.ref());
        watch.fulfil(leg.inspection().orElseThrow(), by);
        store.noInspection(id, leg.number());
    }

    /** Cases of which nothing has arrived are lost with their contents; single cartridges of the others are lost alone. */
    private void loseMedia(Consignment before, Set<Barcode> lost, ActorId by) {
        Set<Barcode> alone = new HashSet<>(lost);
        for (CaseId box : before.cases()) {
            Set<Barcode> inside = before.cartridges().stream()
                    .filter(one -> one.box().equals(box))
                    .map(Travelling::barcode)
                    .collect(Collectors.toSet());
            boolean gone = cases.box(box).site().isEmpty() && !inside.isEmpty() && lost.containsAll(inside);
            if (gone) {
                cases.lost(box, before.id().ref(), by);
                store.disengage(before.id(), box);
                alone.removeAll(inside);
            }
        }
        if (!alone.isEmpty()) {
            cartridges.lost(alone, before.id().ref(), by);
        }
    }

    private static List<String> sorted(Set<Barcode> barcodes) {
        return barcodes.stream().map(Barcode::value).sorted().toList();
    }
}
