package holdfast.subjects.index;

import holdfast.crypto.Secret;
import holdfast.subjects.RegisterSpec;
import holdfast.vault.backup.BackupObserver;
import holdfast.vault.backup.ContentSink;
import holdfast.vault.model.ChunkId;
import holdfast.vault.model.ChunkRef;
import holdfast.vault.model.FilePath;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;

/** A backup without a vault: files cut into chunks at random places, watched by a builder. */
final class Indexed {
    static final Secret KEY = Secret.copyOf(new byte[32]);

    final Map<String, List<ChunkRef>> chunks = new LinkedHashMap<>();
    final RegistersSeen seen;
    final PersonIndex index;
    final RecordPlaces places;

    Indexed(Map<String, byte[]> files, List<RegisterSpec> specs, Optional<PersonIndex> earlier, Random random, int cut)
            throws IndexFormatException {
        PersonIndexBuilder builder = new PersonIndexBuilder(KEY, specs, earlier);
        files.forEach((name, bytes) -> {
            FilePath path = FilePath.of(name);
            ContentSink sink = builder.contentOf(path);
            List<ChunkRef> refs = new ArrayList<>();
            for (int at = 0; at < bytes.length; ) {
                int length = Math.min(bytes.length - at, 1 + random.nextInt(cut));
                refs.add(new ChunkRef(id(Arrays.copyOfRange(bytes, at, at + length)), at, length));
                if (sink != null) {
                    sink.bytes(bytes, at, length);
                }
                at += length;
            }
            if (sink != null) {
                sink.end();
            }
            chunks.put(name, refs);
            builder.fileSaved(new BackupObserver.SavedFile(path, bytes.length, refs));
        });
        Map<String, byte[]> attachments = new LinkedHashMap<>();
        builder.finish().forEach(attachment -> attachments.put(attachment.name(), attachment.bytes()));
        seen = builder.seen();
        index = PersonIndex.decode(attachments.getOrDefault(PersonIndex.ATTACHMENT, new byte[0]));
        places = RecordPlaces.decode(attachments.getOrDefault(RecordPlaces.ATTACHMENT, new byte[0]));
    }

    static ChunkId id(byte[] bytes) {
        try {
            return ChunkId.from(
                    ByteBuffer.wrap(MessageDigest.getInstance("SHA-256").digest(bytes)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
