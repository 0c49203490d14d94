package holdfast.server.architecture.planted.modules.nosy;

import holdfast.server.architecture.planted.modules.quiet.Quiet;
import org.jspecify.annotations.Nullable;

/** Knows what its module says it does not. */
public final class Nosy {
    public @Nullable Quiet known;
}
