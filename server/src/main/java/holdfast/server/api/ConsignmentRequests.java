package holdfast.server.api;

import holdfast.server.custody.BlindCount;
import holdfast.server.custody.Confirmation;
import holdfast.server.custody.DeviceSignature;
import holdfast.server.custody.Digest;
import holdfast.server.custody.HandOverId;
import holdfast.server.custody.LegPlan;
import holdfast.server.custody.NewConsignment;
import holdfast.server.place.SiteId;
import holdfast.server.record.ActorId;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What requests about consignments bring. Every field may be missing until {@code read} has looked. */
final class ConsignmentRequests {

    private ConsignmentRequests() {}

    record Plan(@Nullable List<String> cases, @Nullable List<PlannedLeg> legs) {
        NewConsignment read() {
            return new NewConsignment(
                    Given.boxes(cases),
                    Given.needed(legs, "legs").stream().map(PlannedLeg::read).toList());
        }
    }

    record PlannedLeg(
            @Nullable String from,
            @Nullable String to,
            @Nullable String carrier,
            @Nullable Instant due) {
        LegPlan read() {
            return new LegPlan(
                    new SiteId(Given.text(from, "from")),
                    new SiteId(Given.text(to, "to")),
                    new ActorId(Given.text(carrier, "carrier")),
                    Given.needed(due, "due"));
        }
    }

    /**
     * @param id names this confirmation, so that sending it twice is harmless; the server chooses one if it is missing
     * @param shown the {@code shown} of the departure that was looked at
     */
    record Confirm(
            @Nullable UUID id,
            @Nullable Map<String, String> seals,
            @Nullable String shown,
            @Nullable Instant signedAt,
            @Nullable Signature signature) {
        Confirmation read() {
            return new Confirmation(
                    handOver(id),
                    Given.seals(seals),
                    new Digest(Given.text(shown, "shown")),
                    Optional.ofNullable(signedAt),
                    Optional.ofNullable(signature).map(Signature::read));
        }
    }

    record Count(
            @Nullable UUID id,
            @Nullable String at,
            @Nullable Map<String, String> seals,
            @Nullable List<String> cartridges,
            @Nullable Instant signedAt,
            @Nullable Signature signature) {
        BlindCount read() {
            return new BlindCount(
                    handOver(id),
                    new SiteId(Given.text(at, "at")),
                    Given.seals(seals),
                    Given.barcodes(cartridges),
                    Optional.ofNullable(signedAt),
                    Optional.ofNullable(signature).map(Signature::read));
        }
    }

    /**
     * @param device the enrolled device's id
     * @param base64 the 64 bytes of an Ed25519 signature
     */
    record Signature(@Nullable UUID device, @Nullable String base64) {
        DeviceSignature read() {
            return new DeviceSignature(
                    Given.needed(device, "signature.device"), Given.text(base64, "signature.base64"));
        }
    }

    record Reason(@Nullable String reason) {
        String read() {
            return Given.text(reason, "reason");
        }
    }

    record Loss(@Nullable List<String> cartridges, @Nullable String basis) {}

    private static HandOverId handOver(@Nullable UUID id) {
        return new HandOverId(id == null ? UUID.randomUUID() : id);
    }
}
