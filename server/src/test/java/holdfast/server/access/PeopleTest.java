package holdfast.server.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import holdfast.server.record.ActorId;
import holdfast.server.record.Entry;
import holdfast.server.record.LedgerBook;
import holdfast.server.testing.HoldfastTest;
import holdfast.server.testing.Staff;
import java.util.Set;
import org.junit.jupiter.api.Test;

@HoldfastTest
class PeopleTest {
    private final People people;
    private final Permits permits;
    private final Staff staff;
    private final LedgerBook ledger;

    PeopleTest(People people, Permits permits, Staff staff, LedgerBook ledger) {
        this.people = people;
        this.permits = permits;
        this.staff = staff;
        this.ledger = ledger;
    }

    @Test
    void anActNeedsOneOfItsRoles() {
        ActorId courier = staff.person(Role.COURIER);
        permits.demand(courier);
        permits.demand(courier, Role.OPERATOR, Role.COURIER);
        assertThatThrownBy(() -> permits.demand(courier, Role.OPERATOR, Role.DPO))
                .isInstanceOf(Forbidden.class)
                .hasMessageContaining("Backup operator or Data protection officer");
    }

    @Test
    void theProductItselfAndStrangersSignForNothing() {
        assertThatThrownBy(() -> permits.demand(ActorId.SYSTEM)).isInstanceOf(Forbidden.class);
        assertThatThrownBy(() -> permits.demand(new ActorId("mallory"))).isInstanceOf(Forbidden.class);
    }

    @Test
    void whoHasLeftMayDoNothing() {
        ActorId officer = staff.person(Role.SITE_OFFICER);
        people.retire(officer, staff.administrator());
        assertThatThrownBy(() -> permits.demand(officer, Role.SITE_OFFICER)).isInstanceOf(Forbidden.class);
        assertThat(people.holding(Role.SITE_OFFICER))
                .noneMatch(person -> person.id().equals(officer));
        assertThat(people.person(officer).active()).isFalse();
    }

    @Test
    void onlyAnAdministratorEnrolsAssignsAndRetires() {
        ActorId head = staff.person(Role.HEAD);
        ActorId other = staff.person(Role.COURIER);
        NewPerson friend = new NewPerson("friend-of-head", "Friend", "", "", "", Language.EN, Set.of());
        assertThatThrownBy(() -> people.enrol(friend, head)).isInstanceOf(Forbidden.class);
        assertThatThrownBy(() -> people.assign(other, Set.of(Role.HEAD), head)).isInstanceOf(Forbidden.class);
        assertThatThrownBy(() -> people.retire(other, head)).isInstanceOf(Forbidden.class);
        assertThat(people.find(new ActorId("friend-of-head"))).isEmpty();
    }

    @Test
    void nobodyGivesThemselvesARole() {
        ActorId admin = staff.administrator();
        assertThatThrownBy(() -> people.assign(admin, Set.of(Role.ADMINISTRATOR, Role.DPO), admin))
                .isInstanceOf(Forbidden.class);
    }

    @Test
    void rolesThatMustStayApartDoNotMeetInOneHand() {
        ActorId admin = staff.administrator();
        ActorId person = staff.person(Role.COURIER);
        assertThatThrownBy(() -> people.assign(person, Set.of(Role.COURIER, Role.KEY_HOLDER), admin))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> people.assign(person, Set.of(Role.AUDITOR, Role.OPERATOR), admin))
                .isInstanceOf(IllegalArgumentException.class);
        assertThat(people.person(person).roles()).containsExactly(Role.COURIER);
    }

    @Test
    void aSignInNameIsNeverGivenTwice() {
        ActorId gone = staff.person();
        people.retire(gone, staff.administrator());
        NewPerson again = new NewPerson(gone.value(), "Another", "", "", "", Language.EN, Set.of());
        assertThatThrownBy(() -> people.enrol(again, staff.administrator()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("taken");
    }

    @Test
    void particularsThatCouldSlipIntoAMailsHeaderAreRefused() {
        NewPerson wrong = new NewPerson("line-break", "Eve\r\nBcc: all@example.org", "", "", "", Language.EN, Set.of());
        assertThatThrownBy(() -> people.enrol(wrong, staff.administrator()))
                .isInstanceOf(IllegalArgumentException.class);
        NewPerson address = new NewPerson("wrong-mail", "Eve", "", "a@b, c@d", "", Language.EN, Set.of());
        assertThatThrownBy(() -> people.enrol(address, staff.administrator()))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void everyChangeOfAPersonIsInTheRecord() {
        ActorId person = staff.person(Role.OPERATOR);
        people.assign(person, Set.of(Role.MANAGER), staff.administrator());
        people.retire(person, staff.administrator());
        assertThat(ledger.about(PeopleService.ref(person)))
                .extracting(Entry::act)
                .containsExactly("person.enrolled", "person.assigned", "person.retired");
    }
}
