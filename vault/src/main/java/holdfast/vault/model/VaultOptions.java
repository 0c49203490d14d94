package holdfast.vault.model;

import java.time.Duration;

/**
 * The sizes of a vault, chosen when it is made and kept in its config: every writer must cut alike.
 *
 * @param chunkAverage bytes, a power of two; chunks are between a quarter and four times as long
 * @param groupTarget bytes before compression at which a group is closed
 * @param packTarget bytes at which a pack is closed and put
 * @param compression level of zstd, 1 to 19
 * @param grace how long an object that nobody seems to need is kept before it is deleted, whole seconds: a backup and
 *     a prune need not know of each other as long as neither acts on a view older than half of it
 */
public record VaultOptions(int chunkAverage, int groupTarget, int packTarget, int compression, Duration grace) {
    private static final Duration DAY = Duration.ofDays(1);
    public static final VaultOptions DEFAULT = new VaultOptions(256 << 10, 2 << 20, 16 << 20, 3);

    /** With a grace time of a day. */
    public VaultOptions(int chunkAverage, int groupTarget, int packTarget, int compression) {
        this(chunkAverage, groupTarget, packTarget, compression, DAY);
    }

    public VaultOptions withGrace(Duration other) {
        return new VaultOptions(chunkAverage, groupTarget, packTarget, compression, other);
    }

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
        if (grace.compareTo(Duration.ofSeconds(8)) < 0
                || grace.compareTo(Duration.ofDays(3650)) > 0
                || !grace.equals(Duration.ofSeconds(grace.toSeconds()))) {
            throw new IllegalArgumentException("the grace time is from eight seconds to ten years, in whole seconds");
        }
    }

    public int chunkMinimum() {
        return chunkAverage / 4;
    }

    public int chunkMaximum() {
        return chunkAverage * 4;
    }
}
