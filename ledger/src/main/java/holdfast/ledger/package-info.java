/**
 * A tamper-evident log: entries under a Merkle tree (RFC 6962 hashing, SHA-256), kept as the C2SP formats say:
 * tlog-tiles, tlog-checkpoint, signed-note, tlog-cosignature, tlog-witness, tlog-proof. Any tool that reads those
 * formats can verify what is written here; {@code docs/spec/ledger-format.md} has the layout.
 *
 * <p>{@link holdfast.ledger.Log} writes, {@link holdfast.ledger.Witness} cosigns what only grew,
 * {@link holdfast.ledger.LedgerVerifier} believes nobody. Knows nothing of what an entry says, of clocks, or of
 * networks.
 */
@NullMarked
package holdfast.ledger;

import org.jspecify.annotations.NullMarked;
