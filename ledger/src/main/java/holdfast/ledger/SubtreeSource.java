package holdfast.ledger;

import java.io.IOException;

/** Where proofs get the hashes of complete subtrees from. */
interface SubtreeSource {
    /**
     * The root over the leaves {@code [index * 2^height, (index + 1) * 2^height)}, all of which exist.
     *
     * @throws IOException if the hashes cannot be read
     */
    Hash subtree(int height, long index) throws IOException;
}
