/**
 * A tamper-evident log of acts: Merkle tiles, signed checkpoints, proofs, witnesses (C2SP tlog-tiles,
 * tlog-checkpoint, signed-note, tlog-cosignature).
 *
 * <p>Knows nothing of what an entry says.
 */
@NullMarked
package holdfast.ledger;

import org.jspecify.annotations.NullMarked;
