package holdfast.server.procedure;

import holdfast.server.platform.Refusal;
import holdfast.server.platform.Refused;

/** Somebody who may do such things in general may not do this one: the sentence says why, and who may. */
public final class NotPermittedException extends Refused {
    public NotPermittedException(String code, Object... values) {
        super(Refusal.phrase(code, values));
    }
}
