package holdfast.server.watch;

import static org.assertj.core.api.Assertions.assertThat;

import holdfast.server.access.People;
import holdfast.server.access.Role;
import holdfast.server.delivery.Alert;
import holdfast.server.delivery.Delivery;
import holdfast.server.delivery.Told;
import holdfast.server.record.ActorId;
import holdfast.server.record.LedgerBook;
import holdfast.server.record.Recorder;
import holdfast.server.record.Ref;
import holdfast.server.testing.HoldfastTest;
import holdfast.server.testing.SettableClock;
import holdfast.server.testing.Staff;
import java.time.Duration;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.transaction.support.TransactionTemplate;

/** The ringing with one of its parts failing, as in a crash at that point. */
@HoldfastTest
class RingerTest {
    private final DueStore dues;
    private final RangStore rang;
    private final Recorder recorder;
    private final LedgerBook ledger;
    private final Delivery delivery;
    private final People people;
    private final TransactionTemplate transaction;
    private final SettableClock clock;
    private final Watch watch;
    private final Staff staff;
    private final Ref trip = new Ref("consignment", UUID.randomUUID().toString());

    RingerTest(
            DueStore dues,
            RangStore rang,
            Recorder recorder,
            LedgerBook ledger,
            Delivery delivery,
            People people,
            TransactionTemplate transaction,
            SettableClock clock,
            Watch watch,
            Staff staff) {
        this.dues = dues;
        this.rang = rang;
        this.recorder = recorder;
        this.ledger = ledger;
        this.delivery = delivery;
        this.people = people;
        this.transaction = transaction;
        this.clock = clock;
        this.watch = watch;
        this.staff = staff;
    }

    @Test
    void aCrashAtAnyPointOfTheRingingLeavesAllOrNothing() {
        expectNow();
        for (int failing = 1; failing <= 3; failing++) {
            ringer(new Failing(failing)).ringDue();
            assertThat(watch.rang(trip)).as("crash %d", failing).isEmpty();
            assertThat(alarms()).isZero();
            assertThat(watch.open(trip).getFirst().rungsReached()).isZero();
        }
        watch.ringDue();
        assertThat(watch.rang(trip)).hasSize(1);
        assertThat(alarms()).isEqualTo(1);
    }

    @Test
    void aFaultyListenerDoesNotKeepTheAlarmSilentAndIsOfferedItAgain() {
        expectNow();
        List<Object> heard = new ArrayList<>();
        ApplicationEventPublisher faulty = event -> {
            throw new IllegalStateException("a listener with a bug");
        };
        assertThat(ringer(delivery, recorder, faulty).ringDue()).isPositive();
        assertThat(watch.rang(trip)).hasSize(1);
        assertThat(delivery.told(trip)).extracting(Told::state).isNotEmpty();
        ringer(delivery, recorder, heard::add).ringDue();
        ringer(delivery, recorder, heard::add).ringDue();
        assertThat(heard)
                .filteredOn(event -> ((RungReached) event).about().equals(trip))
                .hasSize(1);
    }

    private void expectNow() {
        ActorId officer = staff.person(Role.SITE_OFFICER);
        watch.expect(
                new Expectation(
                        "count",
                        trip,
                        clock.instant(),
                        List.of(new Rung("site", Duration.ZERO, Set.of(officer))),
                        Set.of()),
                officer);
    }

    private long alarms() {
        return ledger.about(trip).stream()
                .filter(entry -> entry.act().equals("alarm.rang"))
                .count();
    }

    private Ringer ringer(Failing failing) {
        Delivery broken = new ForwardingDelivery(delivery) {
            @Override
            public void tell(ActorId to, Alert alert) {
                failing.at(1);
                super.tell(to, alert);
                failing.at(2);
            }
        };
        Recorder brokenRecorder = (actor, act, facts, about) -> {
            var id = recorder.record(actor, act, facts, about);
            failing.at(3);
            return id;
        };
        return ringer(broken, brokenRecorder, event -> {});
    }

    private Ringer ringer(Delivery through, Recorder into, ApplicationEventPublisher events) {
        Herald herald = new Herald(through, people, ZoneId.of("Asia/Hong_Kong"));
        return new Ringer(dues, rang, herald, into, events, transaction, clock);
    }

    /** Fails at one point, each time it is reached. */
    private record Failing(int point) {
        void at(int reached) {
            if (reached == point) {
                throw new IllegalStateException("crash at point " + point);
            }
        }
    }
}
