package holdfast.server.custody;

import static holdfast.server.custody.Refusals.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import holdfast.crypto.SigningKey;
import holdfast.server.custody.RefusedException.Reason;
import holdfast.server.record.ActorId;
import holdfast.server.testing.HoldfastTest;
import holdfast.tape.Barcode;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;

/** A count that was signed on a phone without a connection. */
@HoldfastTest
class SignedOfflineTest {

    private final Office office;

    SignedOfflineTest(JdbcClient jdbc, PlatformTransactionManager transactions) {
        office = new Office(jdbc, transactions);
    }

    @Test
    void aReceiptSignedOfflineArrivesLaterAndKeepsBothTimes() {
        Office.Packed packed = office.packed(1);
        ConsignmentId id = office.onTheWay(packed);
        try (SigningKey phone = SigningKey.generate(new SecureRandom())) {
            UUID device = office.devices
                    .enrol(phone.verifyingKey(), "phone", office.receiver)
                    .id();
            Instant there = office.clock.instant().plus(Duration.ofMinutes(30));
            BlindCount signed = signed(id, packed, there, device, phone);
            office.clock.advance(Duration.ofMinutes(70));

            Receipt receipt = office.consignments.receive(id, signed, office.receiver);

            assertThat(receipt.late()).isTrue();
            assertThat(receipt.handOver().clientAt()).contains(there);
            assertThat(receipt.handOver().at()).isEqualTo(office.clock.instant());
            // The network sent it twice: one receipt, the same answer.
            assertThat(office.consignments.receive(id, signed, office.receiver)).isEqualTo(receipt);
            assertThat(office.consignments.consignment(id).leg().handOvers()).hasSize(3);
        }
    }

    @Test
    void aSignatureOfAnotherPersonOrOverAnotherCountIsRefused() {
        Office.Packed packed = office.packed(1);
        ConsignmentId id = office.onTheWay(packed);
        try (SigningKey phone = SigningKey.generate(new SecureRandom())) {
            UUID device = office.devices
                    .enrol(phone.verifyingKey(), "phone", office.receiver)
                    .id();
            BlindCount signed = signed(id, packed, office.clock.instant(), device, phone);

            assertRefused(Reason.BAD_SIGNATURE, () -> office.consignments.receive(id, signed, office.receiver2));
            BlindCount changed = new BlindCount(
                    signed.id(), signed.at(), signed.seals(), Set.of(), signed.signedAt(), signed.signature());
            assertRefused(Reason.BAD_SIGNATURE, () -> office.consignments.receive(id, changed, office.receiver));
            office.devices.revoke(device, office.receiver);
            assertRefused(Reason.BAD_SIGNATURE, () -> office.consignments.receive(id, signed, office.receiver));
        }
    }

    @Test
    void aCountThatComesAfterSomebodyElsesIsKeptAndChangesNothing() {
        Office.Packed packed = office.packed(1);
        ConsignmentId id = office.onTheWay(packed);
        try (SigningKey phone = SigningKey.generate(new SecureRandom())) {
            UUID device = office.devices
                    .enrol(phone.verifyingKey(), "phone", office.receiver)
                    .id();
            BlindCount signed = signed(id, packed, office.clock.instant(), device, phone);
            office.consignments.receive(id, count(packed, packed.inside()), office.receiver2);

            Receipt afterwards = office.consignments.receive(id, signed, office.receiver);

            assertThat(afterwards.clean()).isTrue();
            assertThat(lastProven(packed)).containsOnly(office.receiver2);
            assertThat(office.record.acts("handover.received").getLast().facts())
                    .containsEntry("afterwards", true);
        }
    }

    private BlindCount signed(ConsignmentId id, Office.Packed packed, Instant at, UUID device, SigningKey key) {
        BlindCount plain = new BlindCount(
                new HandOverId(UUID.randomUUID()),
                office.queensway,
                Map.of(packed.box(), packed.seal()),
                packed.inside(),
                Optional.of(at),
                Optional.empty());
        byte[] signature = key.sign(Statements.count(id, plain).getBytes(StandardCharsets.UTF_8));
        return new BlindCount(
                plain.id(),
                plain.at(),
                plain.seals(),
                plain.cartridges(),
                plain.signedAt(),
                Optional.of(DeviceSignature.of(device, signature)));
    }

    private BlindCount count(Office.Packed packed, Set<Barcode> scanned) {
        return BlindCount.signedIn(office.queensway, Map.of(packed.box(), packed.seal()), scanned);
    }

    private List<ActorId> lastProven(Office.Packed packed) {
        return packed.inside().stream()
                .map(one -> office.cartridges.cartridge(one).lastProven().who())
                .toList();
    }
}
