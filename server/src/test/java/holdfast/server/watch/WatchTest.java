package holdfast.server.watch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import holdfast.server.access.Forbidden;
import holdfast.server.access.People;
import holdfast.server.access.Role;
import holdfast.server.delivery.Alert;
import holdfast.server.delivery.Delivery;
import holdfast.server.delivery.Told;
import holdfast.server.record.ActorId;
import holdfast.server.record.Entry;
import holdfast.server.record.LedgerBook;
import holdfast.server.record.Ref;
import holdfast.server.testing.HoldfastTest;
import holdfast.server.testing.SettableClock;
import holdfast.server.testing.Staff;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@HoldfastTest
class WatchTest {
    private final Watch watch;
    private final Delivery delivery;
    private final LedgerBook ledger;
    private final SettableClock clock;
    private final Staff staff;
    private final People people;
    private final Ref trip = new Ref("consignment", UUID.randomUUID().toString());
    private ActorId giver;
    private ActorId courier;
    private ActorId manager;
    private ActorId head;
    private Instant due;

    WatchTest(Watch watch, Delivery delivery, LedgerBook ledger, SettableClock clock, Staff staff, People people) {
        this.watch = watch;
        this.delivery = delivery;
        this.ledger = ledger;
        this.clock = clock;
        this.staff = staff;
        this.people = people;
        this.giver = ActorId.SYSTEM;
        this.courier = giver;
        this.manager = giver;
        this.head = giver;
        this.due = SettableClock.START;
    }

    @BeforeEach
    void people() {
        giver = staff.person(Role.SITE_OFFICER);
        courier = staff.person(Role.COURIER, Role.MANAGER); // a manager who carries it himself is on the trip
        manager = staff.person(Role.MANAGER);
        head = staff.person(Role.HEAD);
        due = clock.instant().plus(Duration.ofHours(2));
    }

    @Test
    void nothingRingsBeforeItsTime() {
        expectReceipt();
        clock.set(due.minusMillis(1));
        watch.ringDue();
        assertThat(watch.rang(trip)).isEmpty();
    }

    @Test
    void silenceClimbsTheLadderByItself() {
        expectReceipt();
        clock.set(due);
        watch.ringDue();
        assertThat(watch.rang(trip)).extracting(RungReached::label).containsExactly("trip");
        clock.set(due.plus(Duration.ofMinutes(30)));
        watch.ringDue();
        clock.set(due.plus(Duration.ofMinutes(60)));
        watch.ringDue();
        assertThat(watch.rang(trip))
                .extracting(RungReached::label, RungReached::at)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("trip", due),
                        org.assertj.core.groups.Tuple.tuple("manager", due.plus(Duration.ofMinutes(30))),
                        org.assertj.core.groups.Tuple.tuple("head", due.plus(Duration.ofMinutes(60))));
        assertThat(told()).containsExactlyInAnyOrder(giver, courier, manager, head);
    }

    @Test
    void aRungRingsOnceHoweverOftenOneLooks() {
        expectReceipt();
        clock.set(due);
        watch.ringDue();
        watch.ringDue();
        clock.set(due.minus(Duration.ofHours(1)));
        watch.ringDue();
        clock.set(due);
        watch.ringDue();
        assertThat(watch.rang(trip)).hasSize(1);
        assertThat(told()).containsExactlyInAnyOrder(giver, courier);
    }

    @Test
    void aServerThatWasDownCatchesUpInOrder() {
        Ref other = new Ref("consignment", UUID.randomUUID().toString());
        expectReceipt();
        watch.expect(expectation(other, due.plus(Duration.ofMinutes(10))), giver);
        clock.set(due.plus(Duration.ofDays(30)));
        watch.ringDue();
        assertThat(watch.rang(trip)).extracting(RungReached::label).containsExactly("trip", "manager", "head");
        assertThat(watch.rang(trip)).allMatch(rang -> rang.at().equals(due.plus(Duration.ofDays(30))));
        ledger.integrate();
        List<String> order = ledger.page(Long.MAX_VALUE, 100).reversed().stream()
                .filter(entry -> entry.act().equals("alarm.rang"))
                .filter(entry -> entry.about().contains(trip) || entry.about().contains(other))
                .map(entry -> (entry.about().contains(trip) ? "a " : "b ")
                        + entry.facts().get("label"))
                .toList();
        assertThat(order).containsExactly("a trip", "b trip", "a manager", "b manager", "a head", "b head");
    }

    @Test
    void whatHasHappenedRingsNoMoreAndThoseWhoHeardAreRelieved() {
        DueId id = expectReceipt();
        clock.set(due);
        watch.ringDue();
        watch.fulfil(id, staff.person(Role.SITE_OFFICER));
        watch.fulfil(id, giver);
        clock.set(due.plus(Duration.ofDays(1)));
        watch.ringDue();
        assertThat(watch.rang(trip)).hasSize(1);
        assertThat(watch.open(trip)).isEmpty();
        assertThat(told()).containsExactlyInAnyOrder(giver, courier, giver, courier);
        assertThat(acts()).containsExactly("due.expected", "alarm.rang", "due.fulfilled");
    }

    @Test
    void nobodyOnTheTripPutsTheAlarmOff() {
        DueId id = expectReceipt();
        Instant later = due.plus(Duration.ofHours(3));
        for (ActorId involved : List.of(giver, courier)) {
            assertThatThrownBy(() -> watch.extend(id, later, "traffic", involved))
                    .isInstanceOf(Forbidden.class);
            assertThatThrownBy(() -> watch.callOff(id, "traffic", involved)).isInstanceOf(Forbidden.class);
        }
        ActorId administrator = staff.administrator();
        assertThatThrownBy(() -> watch.extend(id, later, "asked to", administrator))
                .isInstanceOf(Forbidden.class);
        assertThat(watch.open(trip).getFirst().expectation().due()).isEqualTo(due);
    }

    @Test
    void whoeverOutsidePutsItOffTheHeadIsTold() {
        DueId id = expectReceipt();
        Instant later = due.plus(Duration.ofHours(3));
        watch.extend(id, later, "the road is closed", manager);
        assertThat(delivery.told(trip)).extracting(Told::to).containsExactly(head);
        assertThat(delivery.told(trip).getFirst().alert())
                .extracting(Alert::body)
                .asString()
                .contains("the road is closed");
        clock.set(due);
        watch.ringDue();
        assertThat(watch.rang(trip)).isEmpty();
        clock.set(later);
        watch.ringDue();
        assertThat(watch.rang(trip)).extracting(RungReached::label).containsExactly("trip");
    }

    @Test
    void anAlarmThatRangIsExtendedAndRingsAgain() {
        DueId id = expectReceipt();
        clock.set(due.plus(Duration.ofHours(2)));
        watch.ringDue();
        Instant later = clock.instant().plus(Duration.ofHours(1));
        watch.extend(id, later, "found the van, it is on its way", manager);
        clock.set(later);
        watch.ringDue();
        assertThat(watch.rang(trip)).extracting(RungReached::rung).containsExactly(0, 1, 2, 0);
    }

    @Test
    void aRungWhosePeopleHaveLeftIsHeardByThoseInChargeToday() {
        ActorId only = staff.person(Role.SITE_OFFICER);
        watch.expect(
                new Expectation("count", trip, due, List.of(new Rung("site", Duration.ZERO, Set.of(only))), Set.of()),
                giver);
        people.retire(only, staff.administrator());
        clock.set(due);
        watch.ringDue();
        assertThat(watch.rang(trip).getFirst().heard()).contains(manager, head).doesNotContain(only);
    }

    @Test
    void puttingOffNeedsAReasonAndALaterTime() {
        DueId id = expectReceipt();
        assertThatThrownBy(() -> watch.extend(id, due.plusSeconds(60), " ", manager))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> watch.extend(id, due, "earlier", manager))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void theNextMomentIsTheNextRung() {
        DueId id = expectReceipt();
        clock.set(due);
        watch.ringDue();
        assertThat(watch.open(trip).getFirst().nextRing()).contains(due.plus(Duration.ofMinutes(30)));
        assertThat(watch.nextMoment())
                .hasValueSatisfying(next -> assertThat(next).isBeforeOrEqualTo(due.plus(Duration.ofMinutes(30))));
        watch.callOff(id, "the test is over", manager);
    }

    private DueId expectReceipt() {
        return watch.expect(expectation(trip, due), giver);
    }

    private Expectation expectation(Ref about, Instant when) {
        List<Rung> ladder = List.of(
                new Rung("trip", Duration.ZERO, Set.of(giver, courier)),
                new Rung("manager", Duration.ofMinutes(30), Set.of(manager)),
                new Rung("head", Duration.ofMinutes(60), Set.of(head)));
        return new Expectation("receipt", about, when, ladder, Set.of(giver, courier));
    }

    private List<ActorId> told() {
        return delivery.told(trip).stream().map(Told::to).toList();
    }

    private List<String> acts() {
        return ledger.about(trip).stream().map(Entry::act).toList();
    }
}
