package holdfast.server.vaulting;

import holdfast.server.platform.Refusal;
import holdfast.server.platform.Refused;

/** What was asked of a vault is not possible. What the engine adds of its own, of files and lines, is in English. */
public final class VaultRefused extends Refused {
    public VaultRefused(String code, Object... values) {
        super(Refusal.phrase(code, values));
    }

    public VaultRefused(Throwable cause, String code, Object... values) {
        super(Refusal.phrase(code, values), cause);
    }
}
