package holdfast.vault.prune;

/**
 * How thorough a prune is.
 *
 * @param maxUnused how much of the vault may be chunks that nobody needs, within packs that have needed ones too: a
 *     share of what is needed. Less of it means more bytes moved
 * @param withoutGrace delete at once. Only where nothing else is at work on the vault, not even a backup that was
 *     suspended: what such a one relies on would be gone
 */
public record PruneOptions(double maxUnused, boolean withoutGrace) {
    public static final PruneOptions DEFAULT = new PruneOptions(0.05, false);

    public PruneOptions {
        if (!(maxUnused >= 0)) {
            throw new IllegalArgumentException("the share of unused bytes is 0 or more");
        }
    }
}
