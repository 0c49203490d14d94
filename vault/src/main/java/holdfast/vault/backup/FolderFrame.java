package holdfast.vault.backup;

import holdfast.vault.codec.Encoder;
import holdfast.vault.host.HostFile;
import holdfast.vault.host.HostStat;
import holdfast.vault.model.FileKind;
import holdfast.vault.model.FilePath;
import holdfast.vault.model.Piece;
import holdfast.vault.tree.Kinds;
import holdfast.vault.tree.TreeNode;
import holdfast.vault.tree.Twins;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A folder whose entries are being collected. */
final class FolderFrame {
    private static final HostStat UNKNOWN = new HostStat(HostStat.FOLDER | 0755, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1, 0);

    private final FilePath path;
    private final byte[] name;
    private final HostStat stat;
    private final List<TreeNode.Attribute> attributes;
    private final List<TreeNode> nodes = new ArrayList<>();
    private final Encoder cached = new Encoder();
    private int cachedCount;

    FolderFrame(FilePath path, byte[] name, Optional<HostStat> stat, List<TreeNode.Attribute> attributes) {
        this.attributes = attributes;
        this.path = path;
        this.name = name;
        this.stat = stat.orElse(UNKNOWN);
    }

    FilePath path() {
        return path;
    }

    void addFile(HostFile file, HostStat fileStat, Twins.Saved saved) {
        nodes.add(node(
                file.name(),
                FileKind.FILE,
                fileStat,
                saved.size(),
                Twins.number(fileStat),
                new byte[0],
                saved.attributes(),
                saved.pieces()));
    }

    void addSpecial(HostFile file, byte[] target, List<TreeNode.Attribute> specialAttributes) {
        HostStat special = file.stat();
        FileKind kind = Kinds.of(special);
        nodes.add(node(file.name(), kind, special, 0, Twins.number(special), target, specialAttributes, List.of()));
    }

    void addFolder(FolderFrame child, List<Piece> tree) {
        nodes.add(node(child.name, FileKind.FOLDER, child.stat, 0, 0, new byte[0], child.attributes, tree));
    }

    private static TreeNode node(
            byte[] name,
            FileKind kind,
            HostStat stat,
            long size,
            long twin,
            byte[] target,
            List<TreeNode.Attribute> attributes,
            List<Piece> pieces) {
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
                attributes,
                pieces);
    }

    byte[] tree() {
        return TreeNode.encode(nodes);
    }

    void cache(byte[] fileName, ParentFiles.Known file) {
        ParentFilesWriter.encode(cached, fileName, file);
        cachedCount++;
    }

    Encoder cached() {
        return cached;
    }

    int cachedCount() {
        return cachedCount;
    }
}
