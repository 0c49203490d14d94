import java.util.Arrays;

/**
 * Where each chunk lies: a hash table in a few arrays, since a terabyte has millions of chunks and an object for each
 * would fill the memory.
 *
 * <p>Only the first eight bytes of an id are kept. They are the output of HMAC, so two chunks share them by chance once
 * in 2^64 pairs; whoever asks takes every place that comes and compares the whole id with the bytes found there. The
 * same way a chunk that is stored twice can be read from its second place.
 */
final class ChunkTable {
    private static final int FREE = -1;

    private int count;
    private long[] heads = new long[1024];
    private int[] groups = new int[1024];
    private int[] offsets = new int[1024];
    private int[] lengths = new int[1024];
    /** Numbers of places, found by the head; linear probing, at most half full. */
    private int[] slots = free(2048);

    void add(byte[] id, int group, int offset, int length) {
        if (count == heads.length) {
            grow();
        }
        heads[count] = Little.u64(id, 0);
        groups[count] = group;
        offsets[count] = offset;
        lengths[count] = length;
        insert(count++);
    }

    /** The first place that may hold the chunk, or a negative number. */
    int first(byte[] id) {
        return search(Little.u64(id, 0), home(Little.u64(id, 0)));
    }

    /** The next one after {@code place}. */
    int next(int place, byte[] id) {
        int slot = home(heads[place]);
        while (slots[slot] != place) {
            slot = slot + 1 & slots.length - 1;
        }
        return search(Little.u64(id, 0), slot + 1 & slots.length - 1);
    }

    int group(int place) {
        return groups[place];
    }

    int offset(int place) {
        return offsets[place];
    }

    int length(int place) {
        return lengths[place];
    }

    private int search(long head, int from) {
        int slot = from;
        while (slots[slot] != FREE && heads[slots[slot]] != head) {
            slot = slot + 1 & slots.length - 1;
        }
        return slots[slot];
    }

    private int home(long head) {
        return (int) (head ^ head >>> 32) & slots.length - 1;
    }

    private void insert(int place) {
        int slot = home(heads[place]);
        while (slots[slot] != FREE) {
            slot = slot + 1 & slots.length - 1;
        }
        slots[slot] = place;
    }

    private void grow() {
        heads = Arrays.copyOf(heads, 2 * count);
        groups = Arrays.copyOf(groups, 2 * count);
        offsets = Arrays.copyOf(offsets, 2 * count);
        lengths = Arrays.copyOf(lengths, 2 * count);
        slots = free(4 * count);
        for (int place = 0; place < count; place++) {
            insert(place);
        }
    }

    private static int[] free(int size) {
        int[] slots = new int[size];
        Arrays.fill(slots, FREE);
        return slots;
    }
}
