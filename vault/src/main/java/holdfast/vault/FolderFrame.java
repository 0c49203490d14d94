package holdfast.vault;

import holdfast.vault.codec.Encoder;
import holdfast.vault.host.HostFile;
import holdfast.vault.host.HostStat;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A folder whose entries are being collected. */
final class FolderFrame {
    private static final HostStat UNKNOWN = new HostStat(HostStat.FOLDER | 0755, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1, 0);

    private final FilePath path;
    private final byte[] name;
    private final HostStat stat;
    private final List<TreeNode> nodes = new ArrayList<>();
    private final Encoder cached = new Encoder();
    private int cachedCount;

    FolderFrame(FilePath path, byte[] name, Optional<HostStat> stat) {
        this.path = path;
        this.name = name;
        this.stat = stat.orElse(UNKNOWN);
    }

    FilePath path() {
        return path;
    }

    void addFile(HostFile file, HostStat fileStat, long size, List<Piece> pieces) {
        nodes.add(node(file.name(), FileKind.FILE, fileStat, size, Twins.number(fileStat), new byte[0], pieces));
    }

    void addSpecial(HostFile file, byte[] target) {
        HostStat special = file.stat();
        FileKind kind = Kinds.of(special);
        nodes.add(node(file.name(), kind, special, 0, Twins.number(special), target, List.of()));
    }

    void addFolder(FolderFrame child, List<Piece> tree) {
        nodes.add(node(child.name, FileKind.FOLDER, child.stat, 0, 0, new byte[0], tree));
    }

    private static TreeNode node(
            byte[] name, FileKind kind, HostStat stat, long size, long twin, byte[] target, List<Piece> pieces) {
        return new TreeNode(
                name,
                kind,
                stat.permissions(),
                stat.user(),
                stat.group(),
                stat.seconds(),
                stat.nanos(),
                size,
                stat.deviceNumber(),
                twin,
                target,
                List.of(),
                pieces);
    }

    byte[] tree() {
        return TreeNode.encode(nodes);
    }

    void cache(byte[] fileName, HostStat fileStat, List<Piece> pieces) {
        ParentFilesWriter.encode(cached, fileName, fileStat, pieces);
        cachedCount++;
    }

    Encoder cached() {
        return cached;
    }

    int cachedCount() {
        return cachedCount;
    }
}
