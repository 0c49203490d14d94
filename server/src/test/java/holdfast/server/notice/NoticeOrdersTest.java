package holdfast.server.notice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import holdfast.crypto.Secret;
import holdfast.server.access.Forbidden;
import holdfast.server.access.Role;
import holdfast.server.incident.Incidents;
import holdfast.server.incident.OfficeProfile;
import holdfast.server.incident.ProfileField;
import holdfast.server.record.ActorId;
import holdfast.server.testing.GoneMissing;
import holdfast.server.testing.HoldfastTest;
import holdfast.server.testing.Staff;
import holdfast.server.vaulting.TestVault;
import holdfast.server.vaulting.VaultRefused;
import holdfast.server.vaulting.Vaults;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.context.ApplicationContext;

/** Addresses are read for notices by two key holders at the order of a third person; the wrong ways are tried. */
@HoldfastTest
class NoticeOrdersTest {
    private final NoticeOrders orders;
    private final Incidents incidents;
    private final Staff staff;
    private final GoneMissing trip;
    private final ActorId dpo;
    private final ActorId first;
    private final ActorId second;

    NoticeOrdersTest(
            ApplicationContext server,
            NoticeOrders orders,
            Incidents incidents,
            OfficeProfile profile,
            Vaults vaults,
            Staff staff) {
        this.orders = orders;
        this.incidents = incidents;
        this.staff = staff;
        TestVault.demand(vaults, staff);
        this.trip = new GoneMissing(server, 1);
        this.dpo = staff.person(Role.DPO);
        this.first = staff.person(Role.KEY_HOLDER);
        this.second = staff.person(Role.KEY_HOLDER);
        Map<ProfileField, String> office = new EnumMap<>(ProfileField.class);
        for (ProfileField field : ProfileField.values()) {
            office.put(field, field == ProfileField.ENQUIRY_EMAIL ? "desk@office.example" : "a test's");
        }
        profile.set(office, dpo);
    }

    private void confirmed() {
        incidents.confirmLoss(trip.incident, trip.cartridges, "both sites searched", staff.person(Role.HEAD));
    }

    private BatchPlan grant(ActorId by) {
        try (Secret passphrase = TestVault.readersPassphrase()) {
            return orders.grant(trip.incident, passphrase, by);
        }
    }

    @Test
    void theOfficerOrdersOneKeyHolderAsksAnotherGrantsAndThePlanIsTheOfficers() {
        confirmed();
        orders.order(trip.incident, dpo);
        assertThat(orders.waiting(trip.incident).orElseThrow().orderedBy()).isEqualTo(dpo);
        assertThatThrownBy(() -> grant(second)).hasMessageContaining("No key holder has asked");
        orders.ask(trip.incident, first);
        assertThatThrownBy(() -> grant(first)).isInstanceOf(VaultRefused.class);
        try (Secret wrong = Secret.owning("not the passphrase".getBytes(StandardCharsets.UTF_8))) {
            assertThatThrownBy(() -> orders.grant(trip.incident, wrong, second)).isInstanceOf(VaultRefused.class);
        }
        assertThat(orders.waiting(trip.incident)).as("a refusal loses nothing").isPresent();

        assertThat(grant(second).persons()).isZero();
        assertThat(orders.waiting(trip.incident)).isEmpty();
        assertThatThrownBy(() -> grant(second)).hasMessageContaining("are ordered");
    }

    @Test
    void nobodyElseOrdersAsksOrGrants() {
        ActorId manager = staff.person(Role.MANAGER, Role.HEAD);
        assertThatThrownBy(() -> orders.order(trip.incident, dpo)).hasMessageContaining("confirmed");
        confirmed();
        assertThatThrownBy(() -> orders.order(trip.incident, manager)).isInstanceOf(Forbidden.class);
        assertThatThrownBy(() -> orders.order(trip.incident, first)).isInstanceOf(Forbidden.class);
        orders.order(trip.incident, dpo);
        assertThatThrownBy(() -> orders.order(trip.incident, dpo)).hasMessageContaining("already");
        assertThatThrownBy(() -> orders.ask(trip.incident, dpo)).isInstanceOf(Forbidden.class);
        orders.ask(trip.incident, first);
        assertThatThrownBy(() -> grant(dpo)).isInstanceOf(Forbidden.class);
        assertThatThrownBy(() -> grant(manager)).isInstanceOf(Forbidden.class);
    }
}
