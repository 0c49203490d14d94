package holdfast.server.custody;

import holdfast.server.platform.Invalid;
import java.util.Base64;
import java.util.UUID;

/**
 * An Ed25519 signature by a key that lives on a person's device.
 *
 * @param key which enrolled key
 * @param base64 the 64 bytes of RFC 8032, over the statement's UTF-8 bytes, in base64
 */
public record DeviceSignature(UUID key, String base64) {

    public DeviceSignature {
        if (Base64.getDecoder().decode(base64).length != 64) {
            throw new Invalid("refused.signature-size");
        }
    }

    /** A signature as a signing key makes it. */
    public static DeviceSignature of(UUID key, byte[] signature) {
        return new DeviceSignature(key, Base64.getEncoder().encodeToString(signature));
    }

    /** The 64 bytes. */
    public byte[] bytes() {
        return Base64.getDecoder().decode(base64);
    }
}
