package holdfast.vault.backup;

import holdfast.vault.model.FilePath;
import holdfast.vault.model.Piece;
import java.util.ArrayList;
import java.util.List;

/** Several observers as one. */
final class Observers {
    private final List<BackupObserver> all;

    Observers(List<BackupObserver> all) {
        this.all = all;
    }

    /** The sinks of those who want this file's bytes. */
    List<ContentSink> sinks(FilePath path) {
        if (all.isEmpty()) {
            return List.of();
        }
        List<ContentSink> sinks = new ArrayList<>();
        for (BackupObserver observer : all) {
            ContentSink sink = observer.contentOf(path);
            if (sink != null) {
                sinks.add(sink);
            }
        }
        return sinks;
    }

    void saved(FilePath path, long size, List<Piece> pieces) {
        if (!all.isEmpty()) {
            BackupObserver.SavedFile file = new BackupObserver.SavedFile(path, size, Piece.refs(pieces));
            all.forEach(observer -> observer.fileSaved(file));
        }
    }

    void failed(FilePath path, String reason) {
        all.forEach(observer -> observer.fileFailed(path, reason));
    }

    List<BackupObserver.Attachment> finish() {
        return all.stream().flatMap(observer -> observer.finish().stream()).toList();
    }
}
