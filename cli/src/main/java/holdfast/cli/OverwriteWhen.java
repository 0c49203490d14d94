package holdfast.cli;

import holdfast.vault.restore.Overwrite;
import java.util.Locale;

/** The policies for overwriting, as the command line writes them. */
enum OverwriteWhen {
    ALWAYS(Overwrite.ALWAYS),
    IF_CHANGED(Overwrite.IF_CHANGED),
    IF_NEWER(Overwrite.IF_NEWER),
    NEVER(Overwrite.NEVER);

    private final Overwrite policy;

    OverwriteWhen(Overwrite policy) {
        this.policy = policy;
    }

    Overwrite policy() {
        return policy;
    }

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
