package holdfast.storage.http;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.security.MessageDigest;
import java.util.Optional;

/** Whom a server admits, and whose signature deletes. Thread-safe. */
public interface Gate {
    /** Whom this token admits; comparing must take as long for a wrong one as for a right one. */
    Optional<Caller> caller(String token) throws IOException;

    /** Whether the owner of what is stored signed exactly these words. */
    boolean approves(byte[] words, byte[] signature) throws IOException;

    /** One caller, who puts and reads; nobody deletes. */
    static Gate only(String token) {
        byte[] right = token.getBytes(UTF_8);
        Caller caller = new Caller("client", true);
        return new Gate() {
            @Override
            public Optional<Caller> caller(String given) {
                return MessageDigest.isEqual(given.getBytes(UTF_8), right) ? Optional.of(caller) : Optional.empty();
            }

            @Override
            public boolean approves(byte[] words, byte[] signature) {
                return false;
            }
        };
    }
}
