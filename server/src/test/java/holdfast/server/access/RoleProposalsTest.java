package holdfast.server.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import holdfast.server.delivery.Delivery;
import holdfast.server.record.ActorId;
import holdfast.server.record.LedgerBook;
import holdfast.server.testing.HoldfastTest;
import holdfast.server.testing.Staff;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@HoldfastTest
class RoleProposalsTest {
    private static final String PASSWORD = "staple battery horse correct";

    private final People people;
    private final RoleProposals proposals;
    private final Invitations invitations;
    private final Permits permits;
    private final Staff staff;
    private final Delivery delivery;
    private final LedgerBook ledger;

    private ActorId head = ActorId.SYSTEM;

    RoleProposalsTest(
            People people,
            RoleProposals proposals,
            Invitations invitations,
            Permits permits,
            Staff staff,
            Delivery delivery,
            LedgerBook ledger) {
        this.people = people;
        this.proposals = proposals;
        this.invitations = invitations;
        this.permits = permits;
        this.staff = staff;
        this.delivery = delivery;
        this.ledger = ledger;
    }

    @BeforeEach
    void aHeadOfOfficeSignsIn() {
        head = staff.person(Role.HEAD);
        invitations.accept(invitations.invite(head, staff.administrator()), PASSWORD);
    }

    @Test
    void oneAdministratorAloneMakesNoKeyHolder() {
        ActorId puppet = enrol("puppet-1", Role.KEY_HOLDER);
        assertThatThrownBy(() -> permits.demand(puppet, Role.KEY_HOLDER)).isInstanceOf(Forbidden.class);
        assertThatThrownBy(() -> proposals.confirm(puppet, staff.administrator()))
                .isInstanceOf(Forbidden.class);
        assertThatThrownBy(() -> proposals.confirm(puppet, puppet)).isInstanceOf(Forbidden.class);
        assertThat(delivery.toldTo(head, 1).getFirst().alert().subject()).contains("Key holder");

        proposals.confirm(puppet, head);
        permits.demand(puppet, Role.KEY_HOLDER);
        assertThat(ledger.about(PeopleService.ref(puppet)))
                .extracting(entry -> entry.act())
                .endsWith("role.proposed", "role.confirmed");
    }

    @Test
    void somebodyMadeUpByTheAdministratorConfirmsNothing() {
        ActorId madeUp = enrol("puppet-2", Role.HEAD);
        invitations.accept(invitations.invite(madeUp, staff.administrator()), PASSWORD);
        ActorId wanted = enrol("puppet-3", Role.KEY_HOLDER);
        assertThatThrownBy(() -> proposals.confirm(wanted, madeUp)).isInstanceOf(Forbidden.class);
    }

    @Test
    void anAdministratorGivesAnOrdinaryRoleAloneAndTakesAnyRoleAway() {
        ActorId person = enrol("clerk-1", Role.COURIER);
        permits.demand(person, Role.COURIER);

        people.assign(person, Set.of(Role.OPERATOR, Role.DPO), staff.administrator());
        permits.demand(person, Role.OPERATOR);
        assertThatThrownBy(() -> permits.demand(person, Role.DPO)).isInstanceOf(Forbidden.class);
        proposals.confirm(person, head);
        permits.demand(person, Role.DPO);

        people.assign(person, Set.of(), staff.administrator());
        assertThatThrownBy(() -> permits.demand(person, Role.DPO)).isInstanceOf(Forbidden.class);
    }

    @Test
    void whatIsDeclinedOrChangedNoLongerWaits() {
        ActorId declined = enrol("clerk-2", Role.DPO);
        proposals.decline(declined, head);
        assertThatThrownBy(() -> proposals.confirm(declined, head)).hasMessageContaining("No role waits");

        ActorId changed = enrol("clerk-3", Role.DPO);
        people.assign(changed, Set.of(Role.COURIER), staff.administrator());
        assertThatThrownBy(() -> proposals.confirm(changed, head)).hasMessageContaining("No role waits");
    }

    @Test
    void aConfirmedRoleStillMayNotMeetOneThatMustStayApart() {
        ActorId person = enrol("clerk-4", Role.KEY_HOLDER);
        assertThatThrownBy(() -> people.assign(person, Set.of(Role.KEY_HOLDER, Role.COURIER), staff.administrator()))
                .hasMessageContaining("must not be in one hand");
        proposals.confirm(person, head);
        assertThat(people.person(person).roles()).containsExactly(Role.KEY_HOLDER);
    }

    private ActorId enrol(String signIn, Role... roles) {
        return people.enrol(
                        new NewPerson(signIn, "Somebody", "", "", "", Language.EN, Set.of(roles)),
                        staff.administrator())
                .id();
    }
}
