package holdfast.ledger;

import java.util.List;

/** The Merkle tree hash of RFC 6962, section 2.1, over SHA-256. */
public final class Merkle {
    /** The root of the tree without leaves. */
    public static final Hash EMPTY = Hash.sha256();

    private static final byte[] LEAF = {0};
    private static final byte[] NODE = {1};

    private Merkle() {}

    /** SHA-256(0x00 || entry). */
    public static Hash leaf(byte[] entry) {
        return Hash.sha256(LEAF, entry);
    }

    /** SHA-256(0x01 || left || right). */
    public static Hash node(Hash left, Hash right) {
        return Hash.sha256(NODE, left.raw(), right.raw());
    }

    /**
     * The hash over these nodes, which are all roots of equally large complete subtrees, except that the last may
     * be of a smaller tree.
     */
    public static Hash root(List<Hash> nodes) {
        int n = nodes.size();
        if (n == 0) {
            return EMPTY;
        }
        if (n == 1) {
            return nodes.getFirst();
        }
        int left = Integer.highestOneBit(n - 1);
        return node(root(nodes.subList(0, left)), root(nodes.subList(left, n)));
    }

    /** The size of the left subtree of a tree of {@code n > 1} leaves: the largest power of two below n. */
    static long split(long n) {
        return Long.highestOneBit(n - 1);
    }
}
