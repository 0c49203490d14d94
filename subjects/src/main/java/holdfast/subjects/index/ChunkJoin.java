package holdfast.subjects.index;

import holdfast.vault.model.ChunkId;
import holdfast.vault.model.ChunkRef;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Joins byte ranges with the chunks of a file: every chunk that has a byte of the range. */
final class ChunkJoin {
    /** Gets one pair of the join. */
    interface Pair {
        void at(ChunkPersons chunk);
    }

    private final Map<ChunkId, ChunkPersons> chunks = new HashMap<>();

    /** The chunks that got something. */
    Map<ChunkId, ChunkPersons> chunks() {
        return chunks;
    }

    /** Calls {@code each} for all chunks of {@code file} with a byte in {@code [start, start + length)}. */
    void touching(List<ChunkRef> file, long start, long length, Pair each) {
        long end = start + length;
        for (int i = firstEndingAfter(file, start);
                i < file.size() && file.get(i).offset() < end;
                i++) {
            each.at(chunks.computeIfAbsent(file.get(i).id(), id -> new ChunkPersons()));
        }
    }

    /** Binary search: the chunks of a file lie one behind the other. */
    private static int firstEndingAfter(List<ChunkRef> file, long start) {
        int low = 0;
        int high = file.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            ChunkRef chunk = file.get(middle);
            if (chunk.offset() + chunk.length() > start) {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        return low;
    }
}
