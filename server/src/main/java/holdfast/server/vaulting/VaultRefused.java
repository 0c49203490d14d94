package holdfast.server.vaulting;

/** What was asked of a vault is not possible; the message says what is wrong, where, and what to do, for people. */
public final class VaultRefused extends RuntimeException {
    public VaultRefused(String message) {
        super(message);
    }

    public VaultRefused(String message, Throwable cause) {
        super(message, cause);
    }
}
