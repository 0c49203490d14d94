package holdfast.vault;

import static java.nio.charset.StandardCharsets.UTF_8;

import holdfast.vault.backup.BackupObserver;
import holdfast.vault.backup.ContentSink;
import holdfast.vault.model.FilePath;
import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Wants the bytes of the file called {@code large}, and leaves a note. */
final class ObserverOfLarge implements BackupObserver {
    final ByteArrayOutputStream seen = new ByteArrayOutputStream();
    final List<SavedFile> saved = new ArrayList<>();

    @Override
    public @Nullable ContentSink contentOf(FilePath path) {
        if (!path.name().equals(FilePath.of("large"))) {
            return null;
        }
        return new ContentSink() {
            @Override
            public void bytes(byte[] buffer, int offset, int length) {
                seen.write(buffer, offset, length);
            }

            @Override
            public void end() {}
        };
    }

    @Override
    public void fileSaved(SavedFile file) {
        saved.add(file);
    }

    @Override
    public void fileFailed(FilePath path, String reason) {
        throw new AssertionError(path + ": " + reason);
    }

    @Override
    public List<Attachment> finish() {
        return List.of(new Attachment("note", "about it".getBytes(UTF_8)));
    }
}
