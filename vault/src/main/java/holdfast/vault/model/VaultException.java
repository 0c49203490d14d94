package holdfast.vault.model;

import java.io.IOException;

/**
 * Something about the vault itself is wrong; the message says what, where and what to do next. Failures of the
 * store are other {@link IOException}s.
 */
public class VaultException extends IOException {
    public VaultException(String message) {
        super(message);
    }

    public VaultException(String message, Throwable cause) {
        super(message, cause);
    }

    /** There is no vault at the place. */
    public static final class NoVault extends VaultException {
        public NoVault(String message) {
            super(message);
        }
    }

    /** No key slot opens with this passphrase or key file. */
    public static final class WrongCredential extends VaultException {
        public WrongCredential(String message) {
            super(message);
        }
    }

    /** The key is right, but its role may not do this. */
    public static final class NotPermitted extends VaultException {
        public NotPermitted(String message) {
            super(message);
        }
    }

    /** Bytes are not what they were when they were put, or are missing. */
    public static final class Damaged extends VaultException {
        public Damaged(String message) {
            super(message);
        }

        public Damaged(String message, Throwable cause) {
            super(message, cause);
        }
    }

    /** Whole, but signed by somebody whose word does not count here: it is ignored. */
    public static class Foreign extends VaultException {
        public Foreign(String message) {
            super(message);
        }
    }

    /** Signed by a key that the owner took back, and not there when that was: no damage, and nobody misses it. */
    public static final class Revoked extends Foreign {
        public Revoked(String message) {
            super(message);
        }
    }

    /** The object is of a later version of the format than this program knows. */
    public static final class TooNew extends VaultException {
        public TooNew(String message) {
            super(message);
        }
    }

    /** There is no snapshot, file or attachment of that name. */
    public static final class NotFound extends VaultException {
        public NotFound(String message) {
            super(message);
        }
    }
}
