package holdfast.ledger;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * Inclusion and consistency proofs: making them as RFC 6962 (2.1.1, 2.1.2) defines them, checking them by the
 * algorithms of RFC 9162 (2.1.3.2, 2.1.4.2), which share no code with the making.
 */
public final class Proofs {
    private Proofs() {}

    /** The root of the first {@code size} leaves. */
    static Hash root(SubtreeSource source, long size) throws IOException {
        return size == 0 ? Merkle.EMPTY : range(source, 0, size);
    }

    /** The proof that leaf {@code index} is in the tree of {@code size} leaves, from the leaf's sibling upwards. */
    static List<Hash> inclusion(SubtreeSource source, long index, long size) throws IOException {
        if (index < 0 || index >= size) {
            throw new IllegalArgumentException("entry " + index + " is not in a tree of " + size);
        }
        List<Hash> path = new ArrayList<>();
        long from = 0;
        long to = size;
        while (to - from > 1) {
            long middle = from + Merkle.split(to - from);
            if (index < middle) {
                path.addFirst(range(source, middle, to));
                to = middle;
            } else {
                path.addFirst(range(source, from, middle));
                from = middle;
            }
        }
        return path;
    }

    /** The proof that the tree of {@code size} leaves extends that of {@code oldSize}; empty if they are the same. */
    static List<Hash> consistency(SubtreeSource source, long oldSize, long size) throws IOException {
        if (oldSize < 0 || oldSize > size) {
            throw new IllegalArgumentException("a tree of " + size + " cannot extend one of " + oldSize);
        }
        List<Hash> proof = new ArrayList<>();
        if (oldSize > 0 && oldSize < size) {
            subproof(source, oldSize, 0, size, true, proof);
        }
        return proof;
    }

    /** SUBPROOF of RFC 6962, 2.1.2, over the leaves {@code [from, to)}; {@code old} counts from {@code from}. */
    private static void subproof(SubtreeSource source, long old, long from, long to, boolean known, List<Hash> proof)
            throws IOException {
        long n = to - from;
        if (old == n) {
            if (!known) {
                proof.add(range(source, from, to));
            }
            return;
        }
        long k = Merkle.split(n);
        if (old <= k) {
            subproof(source, old, from, from + k, known, proof);
            proof.add(range(source, from + k, to));
        } else {
            subproof(source, old - k, from + k, to, false, proof);
            proof.add(range(source, from, from + k));
        }
    }

    private static Hash range(SubtreeSource source, long from, long to) throws IOException {
        long n = to - from;
        if (Long.bitCount(n) == 1) {
            int height = Long.numberOfTrailingZeros(n);
            return source.subtree(height, from >> height);
        }
        long middle = from + Merkle.split(n);
        return Merkle.node(range(source, from, middle), range(source, middle, to));
    }

    /** Whether {@code path} proves that {@code leaf} is number {@code index} under {@code root} of {@code size}. */
    public static boolean verifyInclusion(Hash leaf, long index, long size, List<Hash> path, Hash root) {
        if (index < 0 || index >= size) {
            return false;
        }
        long fn = index;
        long sn = size - 1;
        Hash hash = leaf;
        for (Hash sibling : path) {
            if (sn == 0) {
                return false;
            }
            if ((fn & 1) == 1 || fn == sn) {
                hash = Merkle.node(sibling, hash);
                while ((fn & 1) == 0 && fn != 0) {
                    fn >>= 1;
                    sn >>= 1;
                }
            } else {
                hash = Merkle.node(hash, sibling);
            }
            fn >>= 1;
            sn >>= 1;
        }
        return sn == 0 && hash.equals(root);
    }

    /** Whether {@code proof} proves that the tree {@code (size, root)} extends {@code (oldSize, oldRoot)}. */
    public static boolean verifyConsistency(long oldSize, Hash oldRoot, long size, Hash root, List<Hash> proof) {
        if (oldSize < 0 || oldSize > size) {
            return false;
        }
        if (oldSize == 0) {
            return proof.isEmpty() && oldRoot.equals(Merkle.EMPTY);
        }
        if (oldSize == size) {
            return proof.isEmpty() && oldRoot.equals(root);
        }
        List<Hash> path = new ArrayList<>(proof);
        if (Long.bitCount(oldSize) == 1) {
            path.addFirst(oldRoot);
        }
        return !path.isEmpty() && walkConsistency(oldSize, oldRoot, size, root, path);
    }

    private static boolean walkConsistency(long oldSize, Hash oldRoot, long size, Hash root, List<Hash> path) {
        long fn = oldSize - 1;
        long sn = size - 1;
        while ((fn & 1) == 1) {
            fn >>= 1;
            sn >>= 1;
        }
        Hash fr = path.getFirst();
        Hash sr = fr;
        for (Hash c : path.subList(1, path.size())) {
            if (sn == 0) {
                return false;
            }
            if ((fn & 1) == 1 || fn == sn) {
                fr = Merkle.node(c, fr);
                sr = Merkle.node(c, sr);
                while ((fn & 1) == 0 && fn != 0) {
                    fn >>= 1;
                    sn >>= 1;
                }
            } else {
                sr = Merkle.node(sr, c);
            }
            fn >>= 1;
            sn >>= 1;
        }
        return sn == 0 && fr.equals(oldRoot) && sr.equals(root);
    }
}
