package holdfast.server.record;

import java.util.List;

/**
 * How far the record is proved at this moment.
 *
 * @param size              entries committed
 * @param integrated        of these, in the Merkle tree under a signed checkpoint
 * @param witnessed         of these, under a checkpoint that a witness cosigned
 * @param openWindowSeconds the age of the oldest entry not yet witnessed: what an administrator could still
 *                          remove unseen; 0 if there is none
 * @param origin            the ledger's name in its checkpoints
 * @param witnesses         the witnesses, and what each said last
 */
public record Status(
        long size,
        long integrated,
        long witnessed,
        long openWindowSeconds,
        String origin,
        List<WitnessState> witnesses) {

    /**
     * One witness.
     *
     * @param name    as it signs
     * @param size    the size of the last checkpoint that it cosigned
     * @param trouble why its last answer was no cosignature, or empty
     */
    public record WitnessState(String name, long size, String trouble) {}
}
