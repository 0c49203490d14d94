package holdfast.subjects.index;

import holdfast.crypto.Secret;
import holdfast.subjects.Identity;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Makes pseudonyms of identities under one key. Not thread-safe. */
public final class Pseudonyms {
    private final Mac mac;

    /** @param key 32 bytes, the same for all backups of a vault; copied */
    public Pseudonyms(Secret key) {
        try {
            mac = Mac.getInstance("HmacSHA256");
            mac.init(key.expose(bytes -> new SecretKeySpec(bytes, "HmacSHA256")));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("HMAC-SHA-256 is not there", e);
        }
    }

    public Pseudonym of(Identity who) {
        mac.update(who.scope().getBytes(StandardCharsets.UTF_8));
        mac.update((byte) 0);
        ByteBuffer hash = ByteBuffer.wrap(mac.doFinal(who.value().getBytes(StandardCharsets.UTF_8)));
        return new Pseudonym(hash.getLong(), hash.getLong());
    }
}
