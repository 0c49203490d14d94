package holdfast.vault.planted;

import holdfast.ledger.Checkpoint;
import org.jspecify.annotations.Nullable;

/** The vault must not know the ledger; this does. */
public final class KnowsTheLedger {
    public @Nullable Checkpoint known;
}
