package holdfast.server.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import holdfast.server.access.Invitations.RecoveryId;
import holdfast.server.access.Invitations.Token;
import holdfast.server.record.ActorId;
import holdfast.server.testing.HoldfastTest;
import holdfast.server.testing.SettableClock;
import holdfast.server.testing.Staff;
import java.time.Duration;
import org.junit.jupiter.api.Test;

@HoldfastTest
class InvitationsTest {
    private static final String PASSWORD = "seven tapes in a case";

    private final Invitations invitations;
    private final PasswordSignIn signIn;
    private final SetUp setUp;
    private final Staff staff;
    private final SettableClock clock;

    InvitationsTest(Invitations invitations, PasswordSignIn signIn, SetUp setUp, Staff staff, SettableClock clock) {
        this.invitations = invitations;
        this.signIn = signIn;
        this.setUp = setUp;
        this.staff = staff;
        this.clock = clock;
    }

    @Test
    void anInvitationWorksOnce() {
        ActorId person = staff.person(Role.OPERATOR);
        Token token = invitations.invite(person, staff.administrator());
        assertThat(invitations.accept(token, PASSWORD)).isEqualTo(person);
        assertThat(canSignIn(person, PASSWORD)).isTrue();
        assertThatThrownBy(() -> invitations.accept(token, "another password 1"))
                .isInstanceOf(Forbidden.class);
        assertThat(canSignIn(person, PASSWORD)).isTrue();
    }

    @Test
    void anInvitationOlderThanADayIsVoid() {
        Token token = invitations.invite(staff.person(), staff.administrator());
        clock.advance(Duration.ofHours(25));
        assertThatThrownBy(() -> invitations.accept(token, PASSWORD)).isInstanceOf(Forbidden.class);
    }

    @Test
    void aRefusedPasswordLeavesTheInvitationUsable() {
        ActorId person = staff.person();
        Token token = invitations.invite(person, staff.administrator());
        assertThatThrownBy(() -> invitations.accept(token, "short")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> invitations.accept(token, "aaaaaaaaaaaaaa"))
                .isInstanceOf(IllegalArgumentException.class);
        assertThat(invitations.accept(token, PASSWORD)).isEqualTo(person);
    }

    @Test
    void oneAdministratorAloneCannotTakeOverAnAccount() {
        ActorId head = signedUp(Role.HEAD);
        ActorId admin = staff.administrator();
        assertThatThrownBy(() -> invitations.invite(head, admin)).isInstanceOf(Forbidden.class);
        RecoveryId asked = invitations.askRecovery(head, "lost passkey", admin);
        assertThatThrownBy(() -> invitations.grantRecovery(asked, admin)).isInstanceOf(Forbidden.class);
        assertThatThrownBy(() -> invitations.grantRecovery(asked, head)).isInstanceOf(Forbidden.class);
        assertThat(canSignIn(head, PASSWORD)).isTrue();
    }

    @Test
    void twoAdministratorsRecoverAnAccount() {
        ActorId head = signedUp(Role.HEAD);
        ActorId second = staff.person(Role.ADMINISTRATOR);
        RecoveryId asked = invitations.askRecovery(head, "lost passkey", staff.administrator());
        Token token = invitations.grantRecovery(asked, second);
        assertThat(canSignIn(head, PASSWORD))
                .as("the old password is void at once")
                .isFalse();
        invitations.accept(token, "a quite new password");
        assertThat(canSignIn(head, "a quite new password")).isTrue();
        assertThatThrownBy(() -> invitations.grantRecovery(asked, second)).isInstanceOf(Forbidden.class);
    }

    @Test
    void nobodyRecoversTheirOwnAccount() {
        ActorId admin = signedUp(Role.ADMINISTRATOR);
        assertThatThrownBy(() -> invitations.askRecovery(admin, "me", admin)).isInstanceOf(Forbidden.class);
        RecoveryId asked = invitations.askRecovery(admin, "by another", staff.administrator());
        assertThatThrownBy(() -> invitations.grantRecovery(asked, admin)).isInstanceOf(Forbidden.class);
    }

    @Test
    void guessingAPasswordBecomesSlow() {
        ActorId person = signedUp(Role.MANAGER);
        for (int guess = 0; guess < 5; guess++) {
            assertThat(canSignIn(person, "wrong password " + guess)).isFalse();
        }
        assertThat(canSignIn(person, PASSWORD))
                .as("even the right one must wait")
                .isFalse();
        clock.advance(Duration.ofMinutes(1));
        assertThat(canSignIn(person, PASSWORD)).isTrue();
    }

    @Test
    void setUpIsOverOnceThereIsAnAdministrator() {
        staff.administrator();
        assertThat(setUp.needed()).isFalse();
        assertThat(setUp.token()).isEmpty();
        NewPerson second = new NewPerson("second-first", "Mallory", "", "", "", Language.EN, java.util.Set.of());
        assertThatThrownBy(() -> setUp.firstAdministrator(new Token("guess"), second, PASSWORD))
                .isInstanceOf(Forbidden.class);
    }

    private ActorId signedUp(Role role) {
        ActorId person = staff.person(role);
        invitations.accept(invitations.invite(person, staff.administrator()), PASSWORD);
        return person;
    }

    private boolean canSignIn(ActorId person, String password) {
        try {
            return signIn.authenticate(
                            org.springframework.security.authentication.UsernamePasswordAuthenticationToken
                                    .unauthenticated(person.value(), password))
                    .isAuthenticated();
        } catch (org.springframework.security.core.AuthenticationException e) {
            return false;
        }
    }
}
