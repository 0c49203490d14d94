package holdfast.server.media;

import holdfast.server.platform.Refusal;
import holdfast.server.platform.Refused;

/** What was asked of a medium is not possible in its state. */
public final class MediaRefused extends Refused {
    public MediaRefused(String code, Object... values) {
        super(Refusal.phrase(code, values));
    }
}
