package holdfast.storage.http;

import static java.nio.charset.StandardCharsets.UTF_8;

import holdfast.storage.ObjectName;
import java.io.IOException;
import java.security.MessageDigest;
import java.util.Optional;

/** Whom a server admits, for what, and whose signature permits the rest. Thread-safe. */
public interface Gate {
    /** Whom this token admits; comparing must take as long for a wrong one as for a right one. */
    Optional<Caller> caller(String token) throws IOException;

    /** Whether a caller that writes puts this object by its token alone; else the owner's signature is asked for. */
    boolean takes(Caller caller, ObjectName name) throws IOException;

    /** Whether the owner of what is stored signed exactly these words. */
    boolean approves(byte[] words, byte[] signature) throws IOException;

    /** One caller, who puts everything and reads; nobody deletes. */
    static Gate only(String token) {
        byte[] right = token.getBytes(UTF_8);
        Caller caller = new Caller("client", Rights.MIRRORS);
        return new Gate() {
            @Override
            public Optional<Caller> caller(String given) {
                return MessageDigest.isEqual(given.getBytes(UTF_8), right) ? Optional.of(caller) : Optional.empty();
            }

            @Override
            public boolean takes(Caller caller, ObjectName name) {
                return true;
            }

            @Override
            public boolean approves(byte[] words, byte[] signature) {
                return false;
            }
        };
    }
}
