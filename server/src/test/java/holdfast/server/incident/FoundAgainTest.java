package holdfast.server.incident;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import holdfast.server.access.Forbidden;
import holdfast.server.access.Role;
import holdfast.server.custody.BlindCount;
import holdfast.server.custody.Consignment;
import holdfast.server.custody.Consignments;
import holdfast.server.custody.RefusedException;
import holdfast.server.incident.Incident.CartridgeFate;
import holdfast.server.media.Cartridges;
import holdfast.server.media.CaseId;
import holdfast.server.media.Classification;
import holdfast.server.media.NewCartridge;
import holdfast.server.media.Origin;
import holdfast.server.media.SealNumber;
import holdfast.server.media.Whereabouts;
import holdfast.server.record.ActorId;
import holdfast.server.record.Ref;
import holdfast.server.testing.GoneMissing;
import holdfast.server.testing.HoldfastTest;
import holdfast.server.testing.Staff;
import holdfast.server.watch.Watch;
import holdfast.tape.Barcode;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.context.ApplicationContext;

/** Nobody's word alone brings a lost cartridge back: the wrong ways are tried. */
@HoldfastTest
class FoundAgainTest {
    private final ApplicationContext server;
    private final Incidents incidents;
    private final Consignments consignments;
    private final Cartridges cartridges;
    private final Watch watch;
    private final Staff staff;

    FoundAgainTest(
            ApplicationContext server,
            Incidents incidents,
            Consignments consignments,
            Cartridges cartridges,
            Watch watch,
            Staff staff) {
        this.server = server;
        this.incidents = incidents;
        this.consignments = consignments;
        this.cartridges = cartridges;
        this.watch = watch;
        this.staff = staff;
    }

    @Test
    void nobodyWhoHadAPartInTheTripCanSayThatItIsBack() {
        GoneMissing trip = new GoneMissing(server, 2);
        for (ActorId involved : Set.of(trip.planner, trip.giver, trip.carrier)) {
            for (var site : Set.of(trip.from, trip.to)) {
                assertThatThrownBy(() ->
                                incidents.found(trip.incident, trip.cartridges, site, "it lay in the van", involved))
                        .isInstanceOf(RefusedException.class);
            }
        }
        assertStillMissing(trip);
    }

    @Test
    void thoseWithoutTheRoleOrThePostingAreRefused() {
        GoneMissing trip = new GoneMissing(server, 1);
        ActorId dpo = staff.person(Role.DPO);
        ActorId head = staff.person(Role.HEAD, Role.MANAGER);
        for (ActorId senior : Set.of(dpo, head)) {
            assertThatThrownBy(() ->
                            incidents.found(trip.incident, trip.cartridges, trip.to, "the courier says so", senior))
                    .isInstanceOf(Forbidden.class);
        }
        ActorId elsewhere = trip.posted(trip.from, Role.SITE_OFFICER);
        assertThatThrownBy(() -> incidents.found(trip.incident, trip.cartridges, trip.to, "seen there", elsewhere))
                .isInstanceOf(RefusedException.class);
        assertStillMissing(trip);
    }

    @Test
    void whatWasNeverCountedAtTheDestinationIsReceivedThereAndNotFoundThere() {
        GoneMissing trip = new GoneMissing(server, 1);
        assertThatThrownBy(() -> incidents.found(
                        trip.incident, trip.cartridges, trip.to, "it has come after all", trip.receiver))
                .isInstanceOf(RefusedException.class)
                .hasMessageContaining("Receive it");
        assertStillMissing(trip);
    }

    @Test
    void anOfficerOffTheTripTakesBackWhatWasLostAndCustodySettlesIt() {
        GoneMissing trip = new GoneMissing(server, 2);
        Barcode one = trip.cartridges.iterator().next();
        incidents.confirmLoss(trip.incident, trip.cartridges, "both sites searched", staff.person(Role.HEAD));
        ActorId officer = trip.posted(trip.to, Role.SITE_OFFICER);
        incidents.found(trip.incident, Set.of(one), trip.to, "handed in by a passer-by", officer);

        Incident after = incidents.incident(trip.incident);
        assertThat(after.cartridges().get(one)).isEqualTo(CartridgeFate.FOUND);
        assertThat(after.stage()).isEqualTo(Incident.Stage.CONFIRMED);
        assertThat(cartridges.cartridge(one).whereabouts()).isInstanceOf(Whereabouts.Found.class);
        assertThat(cartridges.cartridge(one).lastProven().who()).isEqualTo(officer);
        assertThatThrownBy(() -> incidents.found(trip.incident, Set.of(one), trip.to, "again", officer))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("still missing");
    }

    @Test
    void aCartridgeMissedAtACountComesBackByProofAndNotByWord() {
        GoneMissing place = new GoneMissing(server, 1);
        ActorId operator = place.posted(place.from, Role.OPERATOR);
        ActorId other = place.posted(place.from, Role.OPERATOR);
        Barcode shelf = new Barcode("FW%03dL9".formatted(Math.floorMod(place.hashCode(), 1000)));
        cartridges.register(
                new NewCartridge(
                        shelf, "M", "LTO-9", "S", Classification.RESTRICTED, new Origin.Holdfast(), place.from),
                operator);
        IncidentId id = incidents.open(
                "Not counted", new Ref("stocktake", shelf.value()), Set.of(shelf), "short", staff.person(Role.DPO));
        assertThatThrownBy(() -> incidents.found(id, Set.of(shelf), place.from, "behind a shelf", other))
                .hasMessageContaining("Count the site first");
        assertThatThrownBy(() -> incidents.found(id, Set.of(shelf), place.to, "behind a shelf", other))
                .isInstanceOf(Forbidden.class);
        incidents.confirmLoss(id, Set.of(shelf), "searched", staff.person(Role.HEAD));
        assertThatThrownBy(() -> incidents.found(id, Set.of(shelf), place.from, "in my drawer", operator))
                .isInstanceOf(Forbidden.class)
                .hasMessageContaining("last to have");
        incidents.found(id, Set.of(shelf), place.from, "in a drawer", other);
        assertThat(incidents.incident(id).stage()).isEqualTo(Incident.Stage.FOUND);
    }

    @Test
    void whatArrivesAfterTheFileWasOpenedIsMissingThereNoLonger() {
        GoneMissing trip = new GoneMissing(server, 3);
        List<Barcode> all = List.copyOf(trip.cartridges);
        Map<CaseId, SealNumber> sealed = Map.of(
                consignments.consignment(trip.consignment).cases().iterator().next(), trip.seal);
        consignments.receive(
                trip.consignment, BlindCount.signedIn(trip.to, sealed, Set.copyOf(all.subList(0, 2))), trip.receiver);
        Incident some = incidents.incident(trip.incident);
        assertThat(some.missing()).containsExactly(all.getLast());
        assertThat(some.found()).containsExactlyInAnyOrderElementsOf(all.subList(0, 2));
        assertThat(some.stage()).isEqualTo(Incident.Stage.SUSPECTED);

        consignments.receive(
                trip.consignment, BlindCount.signedIn(trip.to, Map.of(), Set.of(all.getLast())), trip.receiver);
        assertThat(incidents.incident(trip.incident).missing()).isEmpty();
        assertThat(incidents.incident(trip.incident).stage()).isEqualTo(Incident.Stage.FOUND);
        assertThat(watch.open(trip.consignment.ref())).isEmpty();
    }

    private void assertStillMissing(GoneMissing trip) {
        assertThat(incidents.incident(trip.incident).cartridges().values()).containsOnly(CartridgeFate.MISSING);
        assertThat(consignments.consignment(trip.consignment).in(Consignment.TravelState.FOUND))
                .isEmpty();
        assertThat(watch.open(trip.consignment.ref())).isNotEmpty();
    }
}
