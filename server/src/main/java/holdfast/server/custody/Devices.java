package holdfast.server.custody;

import holdfast.crypto.VerifyingKey;
import holdfast.server.record.ActorId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Keys on people's devices, with which hand-overs are signed offline. Only public halves are known here. */
public interface Devices {

    /**
     * A signed-in person enrols a key of their own device.
     *
     * @param name what they call the device
     * @throws IllegalArgumentException if the key is enrolled already, for whomever
     */
    Device enrol(VerifyingKey key, String name, ActorId by);

    /**
     * Takes a key out of use: what it signed before stays valid, what arrives from now on is refused.
     *
     * @param by its owner, or an administrator
     */
    void revoke(UUID device, ActorId by);

    /** A person's devices, oldest first, revoked ones included. */
    List<Device> of(ActorId person);

    /** One enrolled key. */
    record Device(
            UUID id, ActorId person, String name, VerifyingKey key, Instant enrolledAt, Optional<Instant> revokedAt) {}
}
