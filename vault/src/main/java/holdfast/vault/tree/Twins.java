package holdfast.vault.tree;

import holdfast.vault.host.HostStat;
import holdfast.vault.model.Piece;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The files of one backup that have several names (hard links), so that each is read once. */
public final class Twins {
    private final Map<Key, Saved> saved = new HashMap<>();

    /** What makes two names the same file. */
    public record Key(long device, long inode) {}

    /** The content under the first name. */
    public record Saved(long size, List<TreeNode.Attribute> attributes, List<Piece> pieces) {}

    public static Key key(HostStat stat) {
        return new Key(stat.device(), stat.inode());
    }

    /** The same in every backup of the same file system, so that unchanged trees stay the same; never 0. */
    public static long number(HostStat stat) {
        return stat.links() > 1 ? 1 + ((stat.inode() ^ (stat.device() << 40)) & (Long.MAX_VALUE >> 1)) : 0;
    }

    public void remember(HostStat stat, Saved file) {
        if (stat.links() > 1) {
            saved.put(key(stat), file);
        }
    }

    /** Null if the first name could not be read. */
    @Nullable
    public Saved of(HostStat stat) {
        return saved.get(key(stat));
    }
}
