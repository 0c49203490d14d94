package holdfast.ledger;

import java.util.List;
import java.util.Optional;

/**
 * What a verifier brings along. With nothing brought, the keys in the folder itself are taken: then the folder is
 * shown to agree with itself, and whoever could replace all of it could replace the keys too.
 *
 * @param keys    the log's key, witnesses' keys; may be empty
 * @param earlier a checkpoint seen before, which the ledger must extend
 */
public record Trust(List<NoteKey> keys, Optional<SignedNote> earlier) {
    public static final Trust NOTHING = new Trust(List.of(), Optional.empty());

    /** A copy is kept. */
    public Trust {
        keys = List.copyOf(keys);
    }
}
