package holdfast.server.drill.recount;

import holdfast.vault.model.ChunkRef;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.MappedByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.util.BitSet;
import java.util.List;

/** One file as it was at the backup, and which of its bytes lie on the media. */
final class FileMarks {
    private final Path file;
    private final MappedByteBuffer bytes;
    private final BitSet marks;

    FileMarks(Path file) throws IOException {
        this.file = file;
        try (FileChannel channel = FileChannel.open(file)) {
            this.bytes = channel.map(FileChannel.MapMode.READ_ONLY, 0, channel.size());
        }
        this.marks = new BitSet(bytes.limit());
    }

    /** Marks the chunk's bytes; notes in {@code differences} if they are not those of the file. */
    void mark(ChunkRef place, byte[] chunk, List<String> differences) {
        int from = Math.toIntExact(place.offset());
        boolean inside = place.offset() + place.length() <= bytes.limit() && chunk.length == place.length();
        if (!inside || bytes.slice(from, chunk.length).mismatch(ByteBuffer.wrap(chunk)) != -1) {
            differences.add(file + " from byte " + from + " on is not what was opened");
            return;
        }
        marks.set(from, from + chunk.length);
    }

    /** Whether any byte in {@code [from, to)} is marked. */
    boolean touched(int from, int to) {
        int next = marks.nextSetBit(from);
        return next >= 0 && next < to;
    }

    long marked() {
        return marks.cardinality();
    }

    byte[] bytes() {
        byte[] copy = new byte[bytes.limit()];
        bytes.get(0, copy);
        return copy;
    }
}
