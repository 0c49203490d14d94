package holdfast.server.notice;

import java.util.List;

/**
 * Whether everybody was notified, once.
 *
 * @param persons on the media, counted anew from the exposure
 * @param notices planned
 * @param email accepted by the receiver
 * @param letter on a printed page
 * @param duplicates persons with more than one settled notice by one channel; 0 by construction, counted all the same
 * @param missing persons on the media without a settled notice
 * @param unreachable of these, those without any address
 * @param refused notices refused for good
 * @param batches each batch's digest, recomputed, against the ledger's
 */
public record CompletenessProof(
        long persons,
        long notices,
        long email,
        long letter,
        long duplicates,
        long missing,
        long unreachable,
        long refused,
        long inDoubt,
        List<BatchDigest> batches) {
    /**
     * A batch's digest as computed now, against the ledger's.
     *
     * @param inLedger of the batch's last end that the ledger holds; empty while it holds none
     */
    public record BatchDigest(BatchId batch, long notices, String digest, String inLedger) {
        public boolean asInLedger() {
            return digest.equals(inLedger);
        }

        /** By the ledger, not by the batch's own state: what ended and was changed since has ended. */
        public boolean ended() {
            return !inLedger.isEmpty();
        }
    }

    public CompletenessProof {
        batches = List.copyOf(batches);
    }

    /** Nobody twice, nobody left out, nothing open, and the ledger agrees. */
    public boolean complete() {
        return duplicates == 0
                && missing == 0
                && inDoubt == 0
                && refused == 0
                && batches.stream().allMatch(BatchDigest::asInLedger);
    }
}
