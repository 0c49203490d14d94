package holdfast.vault.pack;

import holdfast.crypto.Secret;
import holdfast.vault.model.ChunkId;
import java.security.GeneralSecurityException;
import java.util.concurrent.ConcurrentLinkedQueue;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Makes the ids of chunks: HMAC-SHA-256. Thread-safe: each call borrows an instance of the algorithm. */
public final class ChunkIds {
    private final SecretKeySpec key;
    private final ConcurrentLinkedQueue<Mac> idle = new ConcurrentLinkedQueue<>();

    ChunkIds(Secret key) {
        this.key = key.expose(bytes -> new SecretKeySpec(bytes, "HmacSHA256"));
    }

    public ChunkId of(byte[] bytes, int from, int length) {
        Mac mac = idle.poll();
        if (mac == null) {
            mac = newMac();
        }
        mac.update(bytes, from, length);
        ChunkId id = ChunkId.at(mac.doFinal(), 0);
        idle.offer(mac);
        return id;
    }

    public ChunkId of(byte[] bytes) {
        return of(bytes, 0, bytes.length);
    }

    private Mac newMac() {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(key);
            return mac;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has HMAC-SHA-256", e);
        }
    }
}
