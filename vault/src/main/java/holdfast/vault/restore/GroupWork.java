package holdfast.vault.restore;

import holdfast.vault.index.ChunkIndex;
import holdfast.vault.index.GroupReader;
import holdfast.vault.model.Piece;
import holdfast.vault.model.Progress;
import holdfast.vault.pack.ChunkIds;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** What a restore does with one group: its chunks, and the files that they go into. */
final class GroupWork {
    private final ChunkIndex.GroupPlace place;
    private final List<Target> targets = new ArrayList<>(2);

    /** One chunk at one place of one file. */
    private record Target(RestoredFile file, long fileOffset, Piece piece, int groupOffset) {}

    GroupWork(ChunkIndex.GroupPlace place) {
        this.place = place;
    }

    ChunkIndex.GroupPlace place() {
        return place;
    }

    void add(RestoredFile file, long fileOffset, Piece piece, int groupOffset) {
        targets.add(new Target(file, fileOffset, piece, groupOffset));
    }

    /** Opens the group, verifies each chunk, writes. A group that does not open fails the files, not the restore. */
    void run(GroupReader groups, ChunkIds ids, Progress progress) {
        byte[] plain;
        try {
            plain = groups.fetch(place);
        } catch (IOException e) {
            targets.forEach(target -> target.file().fail(e));
            return;
        }
        for (Target target : targets) {
            try {
                Piece piece = target.piece();
                GroupReader.verify(plain, target.groupOffset(), piece.length(), piece.id(), ids);
                target.file().write(target.fileOffset(), plain, target.groupOffset(), piece.length());
                progress.advanced(0, piece.length());
            } catch (IOException e) {
                target.file().fail(e);
            }
        }
    }
}
