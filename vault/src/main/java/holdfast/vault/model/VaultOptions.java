package holdfast.vault.model;

/**
 * The sizes of a vault, chosen when it is made and kept in its config: every writer must cut alike.
 *
 * @param chunkAverage bytes, a power of two; chunks are between a quarter and four times as long
 * @param groupTarget bytes before compression at which a group is closed
 * @param packTarget bytes at which a pack is closed and put
 * @param compression level of zstd, 1 to 19
 */
public record VaultOptions(int chunkAverage, int groupTarget, int packTarget, int compression) {
    public static final VaultOptions DEFAULT = new VaultOptions(256 << 10, 2 << 20, 16 << 20, 3);

    /** @throws IllegalArgumentException for sizes that no vault can have */
    public VaultOptions {
        if (Integer.bitCount(chunkAverage) != 1 || chunkAverage < 1 << 8 || chunkAverage > 1 << 22) {
            throw new IllegalArgumentException("the average chunk is a power of two from 256 B to 4 MiB");
        }
        if (groupTarget < 1 || groupTarget > 16 << 20 || packTarget < 1 || packTarget > 256 << 20) {
            throw new IllegalArgumentException("a group has at most 16 MiB, a pack at most 256 MiB");
        }
        if (compression < 1 || compression > 19) {
            throw new IllegalArgumentException("compression is a level of zstd from 1 to 19");
        }
    }

    public int chunkMinimum() {
        return chunkAverage / 4;
    }

    public int chunkMaximum() {
        return chunkAverage * 4;
    }
}
