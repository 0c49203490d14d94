package holdfast.crypto;

import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.ConcurrentLinkedQueue;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** HMAC-SHA-256 (RFC 2104) under one key, for many messages. Thread-safe. */
public final class HmacSha256 {
    private static final int BLOCK_BYTES = 64;

    private final SecretKeySpec key;
    private final ConcurrentLinkedQueue<Mac> idle = new ConcurrentLinkedQueue<>();
    private final Optional<Libcrypto> library;
    private final byte[] inner;
    private final byte[] outer;

    /**
     * @param key at most 64 bytes; copied, so the caller may close it
     * @throws IllegalArgumentException for a longer one
     */
    public HmacSha256(Secret key) {
        this(key, Libcrypto.HERE);
    }

    HmacSha256(Secret key, Optional<Libcrypto> library) {
        if (key.length() > BLOCK_BYTES) {
            throw new IllegalArgumentException("a key has at most 64 bytes here, not " + key.length());
        }
        this.key = key.expose(bytes -> new SecretKeySpec(bytes, "HmacSHA256"));
        this.library = library;
        this.inner = key.expose(bytes -> padded(bytes, 0x36));
        this.outer = key.expose(bytes -> padded(bytes, 0x5c));
    }

    /** SHA-256's state after the padded key: every message starts from a copy of it. */
    private byte[] padded(byte[] bytes, int pad) {
        if (library.isEmpty()) {
            return new byte[0];
        }
        byte[] block = Arrays.copyOf(bytes, BLOCK_BYTES);
        for (int i = 0; i < BLOCK_BYTES; i++) {
            block[i] ^= (byte) pad;
        }
        byte[] state = library.get().sha256();
        library.get().update(state, block, 0, BLOCK_BYTES);
        Arrays.fill(block, (byte) 0);
        return state;
    }

    /** The 32 bytes for a part of an array. */
    public byte[] of(byte[] bytes, int from, int length) {
        if (library.isPresent()) {
            byte[] state = inner.clone();
            library.get().update(state, bytes, from, length);
            byte[] first = library.get().digest(state);
            byte[] last = outer.clone();
            library.get().update(last, first, 0, first.length);
            return library.get().digest(last);
        }
        Mac mac = idle.poll();
        if (mac == null) {
            mac = newMac();
        }
        mac.update(bytes, from, length);
        byte[] tag = mac.doFinal();
        idle.offer(mac);
        return tag;
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

    @Override
    public String toString() {
        return "HmacSha256[key not shown]";
    }
}
