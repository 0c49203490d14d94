package holdfast.vault.vectors;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Arrays;

/** The same bytes each time: SHA-256 of a seed and a counter. For vectors alone: whoever knows the seed knows the keys. */
final class SeededRandom extends SecureRandom {
    private static final long serialVersionUID = 1;

    private final String seed;
    private long counter;

    SeededRandom(String seed) {
        this.seed = seed;
    }

    @Override
    public void nextBytes(byte[] bytes) {
        for (int at = 0; at < bytes.length; at += 32) {
            byte[] block = sha256((seed + " " + counter++).getBytes(UTF_8));
            System.arraycopy(block, 0, bytes, at, Math.min(32, bytes.length - at));
        }
    }

    byte[] bytes(int length) {
        byte[] bytes = new byte[length];
        nextBytes(bytes);
        return bytes;
    }

    static byte[] sha256(byte[]... parts) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            Arrays.stream(parts).forEach(digest::update);
            return digest.digest();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public String toString() {
        return "SeededRandom[" + seed + "]";
    }
}
