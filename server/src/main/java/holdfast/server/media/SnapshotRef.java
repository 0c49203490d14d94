package holdfast.server.media;

/**
 * Which snapshot of which vault.
 *
 * @param vault the vault's name, as {@code vaulting} knows it
 * @param snapshot the snapshot's id, as the vault writes it
 */
public record SnapshotRef(String vault, String snapshot) {
    @Override
    public String toString() {
        return vault + "/" + snapshot;
    }
}
