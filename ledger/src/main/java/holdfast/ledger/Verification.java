package holdfast.ledger;

import java.util.List;
import java.util.OptionalLong;

/**
 * What {@link LedgerVerifier} found.
 *
 * @param origin        the log's name, empty if there is no readable checkpoint
 * @param size          how many entries the checkpoint speaks of
 * @param root          the root in the checkpoint, base64
 * @param witnessedSize the size of the newest checkpoint that carries a valid cosignature; 0 without one
 * @param witnesses     the names of those whose cosignatures verified there
 * @param breaks        everything that is wrong; empty if the ledger is whole
 * @param remarks       what a person should know besides
 */
public record Verification(
        String origin,
        long size,
        String root,
        long witnessedSize,
        List<String> witnesses,
        List<Break> breaks,
        List<String> remarks) {

    /**
     * One thing that is wrong.
     *
     * @param file  the file's name inside the folder
     * @param entry the index of the first entry concerned, where that is known
     * @param what  in words, without file and index
     */
    public record Break(String file, OptionalLong entry, String what) {
        @Override
        public String toString() {
            return file + (entry.isPresent() ? ", entry " + entry.getAsLong() : "") + ": " + what;
        }
    }

    /** Whether every byte is as it was signed. */
    public boolean whole() {
        return breaks.isEmpty();
    }
}
