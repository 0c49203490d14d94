package holdfast.server.incident;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import holdfast.server.access.Forbidden;
import holdfast.server.access.Role;
import holdfast.server.record.ActorId;
import holdfast.server.record.Ref;
import holdfast.server.testing.HoldfastTest;
import holdfast.server.testing.SettableClock;
import holdfast.server.testing.Staff;
import holdfast.server.watch.RungReached;
import holdfast.server.watch.Watch;
import java.time.Duration;
import java.time.Instant;
import java.util.NoSuchElementException;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** Who does what by when: what nobody does rings, and nobody else calls it done. */
@HoldfastTest
class CaseActionsTest {
    private static final AtomicInteger NUMBER = new AtomicInteger();

    private final CaseWork work;
    private final Watch watch;
    private final SettableClock clock;
    private final ActorId dpo;
    private final ActorId head;
    private final ActorId owner;
    private final ActorId other;
    private final IncidentId id;

    CaseActionsTest(Incidents incidents, CaseWork work, Watch watch, SettableClock clock, Staff staff) {
        this.work = work;
        this.watch = watch;
        this.clock = clock;
        this.dpo = staff.person(Role.DPO);
        this.head = staff.person(Role.HEAD);
        this.owner = staff.person(Role.OPERATOR);
        this.other = staff.person(Role.SITE_OFFICER);
        this.id = incidents.open(
                "For actions", new Ref("stocktake", "actions-" + NUMBER.incrementAndGet()), Set.of(), "a test", dpo);
    }

    private Instant in(Duration time) {
        return clock.instant().plus(time);
    }

    @Test
    void anActionThatNobodyDoesRingsForItsOwnerAndWhoeverSetIt() {
        work.action(id, "Put a camera at the ramp", owner, in(Duration.ofMinutes(10)), dpo);
        clock.advance(Duration.ofMinutes(11));
        watch.ringDue();
        assertThat(watch.rang(id.ref()))
                .filteredOn(rung -> rung.what().equals("action"))
                .singleElement()
                .extracting(RungReached::heard)
                .isEqualTo(Set.of(owner, dpo));
        long action = work.actions(id).getFirst().id();
        work.done(id, action, "A camera hangs there.", owner);
        assertThat(watch.open(id.ref()))
                .noneMatch(due -> due.expectation().what().equals("action"));
        assertThat(work.actions(id).getFirst().result()).isEqualTo("A camera hangs there.");
    }

    @Test
    void onlyItsOwnerOrASeniorSaysThatItIsDoneAndOnlyASeniorSetsOne() {
        assertThatThrownBy(() -> work.action(id, "Nothing", owner, in(Duration.ofDays(1)), owner))
                .isInstanceOf(Forbidden.class);
        work.action(id, "Train the couriers", owner, in(Duration.ofDays(7)), head);
        long action = work.actions(id).getFirst().id();
        assertThatThrownBy(() -> work.done(id, action, "I say so", other)).isInstanceOf(Forbidden.class);
        assertThatThrownBy(() -> work.done(id, action + 1_000_000, "no such", head))
                .isInstanceOf(IllegalStateException.class);
        work.done(id, action, "They were trained.", head);
        assertThatThrownBy(() -> work.done(id, action, "again", head)).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void anActionNamesSomebodyAndATimeToComeAndNoIdentityCard() {
        assertThatThrownBy(() -> work.action(id, "x", owner, clock.instant(), dpo))
                .hasMessageContaining("due after now");
        assertThatThrownBy(() -> work.action(id, "x", new ActorId("nobody-here"), in(Duration.ofDays(1)), dpo))
                .isInstanceOf(NoSuchElementException.class);
        assertThatThrownBy(() -> work.action(id, "write to Q700007(A)", owner, in(Duration.ofDays(1)), dpo))
                .hasMessageContaining("identity card");
    }
}
