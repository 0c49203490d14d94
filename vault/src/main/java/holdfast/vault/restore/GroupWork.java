package holdfast.vault.restore;

import holdfast.vault.host.NoSpaceException;
import holdfast.vault.index.ChunkIndex;
import holdfast.vault.index.GroupReader;
import holdfast.vault.model.GroupId;
import holdfast.vault.model.PackId;
import holdfast.vault.model.Piece;
import holdfast.vault.model.Progress;
import holdfast.vault.model.VaultException;
import holdfast.vault.pack.ChunkIds;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What a restore does with one group: its chunks, and the files that they go into. */
final class GroupWork {
    private final ChunkIndex.GroupPlace place;
    private final List<Target> targets = new ArrayList<>(2);

    /** One chunk at one place of one file. */
    private record Target(RestoredFile file, long fileOffset, Piece piece, int groupOffset) {}

    GroupWork(ChunkIndex.GroupPlace place) {
        this.place = place;
    }

    /** What is missing in the files, in the order of the packs. A file that misses a lost chunk fails. */
    static List<GroupWork> of(List<RestoredFile> files, ChunkIndex index) {
        Map<GroupId, GroupWork> work = new HashMap<>();
        for (RestoredFile file : files) {
            try {
                plan(work, file, index);
            } catch (VaultException e) {
                file.fail(e);
            }
        }
        List<GroupWork> ordered = new ArrayList<>(work.values());
        ordered.sort(Comparator.<GroupWork, PackId>comparing(w -> w.place.pack().id())
                .thenComparingLong(w -> w.place.group().offset()));
        return ordered;
    }

    private static void plan(Map<GroupId, GroupWork> work, RestoredFile file, ChunkIndex index) throws VaultException {
        long offset = 0;
        for (int i = 0; i < file.pieces().size(); i++) {
            Piece piece = file.pieces().get(i);
            if (!file.isRight(i)) {
                ChunkIndex.Place place = index.demand(piece.id());
                work.computeIfAbsent(place.group().group().id(), id -> new GroupWork(place.group()))
                        .targets
                        .add(new Target(file, offset, piece, place.offset()));
            }
            offset += piece.length();
        }
    }

    /** Opens the group, verifies each chunk, writes. A group that does not open fails the files, not the restore. */
    void run(GroupReader groups, ChunkIds ids, Progress progress) throws NoSpaceException {
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
            } catch (IOException e) {
                target.file().fail(e);
            }
            target.file()
                    .write(
                            target.fileOffset(),
                            plain,
                            target.groupOffset(),
                            target.piece().length());
            progress.advanced(0, target.piece().length());
        }
    }
}
