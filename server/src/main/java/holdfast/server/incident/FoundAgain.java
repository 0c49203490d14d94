package holdfast.server.incident;

import holdfast.server.access.Forbidden;
import holdfast.server.access.Permits;
import holdfast.server.access.Role;
import holdfast.server.custody.Consignments;
import holdfast.server.media.Cartridge;
import holdfast.server.media.Cartridges;
import holdfast.server.media.Whereabouts;
import holdfast.server.place.Places;
import holdfast.server.place.SiteId;
import holdfast.server.platform.Invalid;
import holdfast.server.platform.NotNow;
import holdfast.server.record.ActorId;
import holdfast.server.record.Recorder;
import holdfast.tape.Barcode;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.springframework.stereotype.Component;

/**
 * Somebody says that what was missing is in hand again. Nobody's word closes an alarm: for a trip {@code custody} decides
 * (its own rules refuse whoever had a part in it); elsewhere {@code media} must know the cartridge as lost, or have proved
 * it since. Joins the caller's transaction.
 */
@Component
class FoundAgain {
    private final OpenedByTheClock consequences;
    private final Consignments consignments;
    private final Cartridges cartridges;
    private final Places places;
    private final Permits permits;
    private final Recorder recorder;

    FoundAgain(
            OpenedByTheClock consequences,
            Consignments consignments,
            Cartridges cartridges,
            Places places,
            Permits permits,
            Recorder recorder) {
        this.consequences = consequences;
        this.consignments = consignments;
        this.cartridges = cartridges;
        this.places = places;
        this.permits = permits;
        this.recorder = recorder;
    }

    void found(Incident incident, Set<Barcode> again, SiteId at, String circumstances, ActorId by) {
        permits.demand(by, Role.SITE_OFFICER, Role.OPERATOR);
        Words.demand(circumstances, "part.how-back");
        demandOutstanding(incident, again);
        recorder.record(
                by,
                "incident.found-again",
                Map.of("cartridges", IncidentFiles.names(again), "at", at, "circumstances", circumstances),
                IncidentFiles.refs(incident.id(), incident.about(), again));
        if (incident.about().kind().equals("consignment")) {
            // Custody answers each with CartridgeFound, in this transaction; the rest follows from that.
            new TreeSet<>(again).forEach(one -> consignments.found(one, at, circumstances, by));
        } else {
            new TreeSet<>(again).forEach(one -> foundOffTheRoad(incident, one, at, by));
            consequences.found(incident.id(), again);
        }
    }

    private static void demandOutstanding(Incident incident, Set<Barcode> again) {
        Set<Barcode> outstanding = new TreeSet<>(incident.barcodes());
        outstanding.removeIf(one -> incident.cartridges().get(one) == Incident.CartridgeFate.FOUND);
        if (again.isEmpty() || !outstanding.containsAll(again)) {
            throw new Invalid("refused.missing-of-incident", incident.id(), IncidentFiles.names(outstanding));
        }
    }

    /** Missing at a count: whoever last had it in hand does not say that it is back. */
    private void foundOffTheRoad(Incident incident, Barcode barcode, SiteId at, ActorId by) {
        if (!places.postedAt(at).contains(by)) {
            throw new Forbidden("refused.not-posted-take-back", at);
        }
        Cartridge one = cartridges.cartridge(barcode);
        if (one.whereabouts() instanceof Whereabouts.Lost) {
            if (one.lastProven().who().equals(by)) {
                throw new Forbidden("refused.last-holder", barcode);
            }
            cartridges.found(barcode, at, by);
        } else if (!one.lastProven().when().isAfter(incident.openedAt())) {
            throw new NotNow("refused.not-proved-back", barcode);
        }
    }
}
