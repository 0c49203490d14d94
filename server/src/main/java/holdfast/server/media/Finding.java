package holdfast.server.media;

import java.util.Optional;
import java.util.UUID;

/**
 * A difference between a count and the register.
 *
 * @param subject the barcode or case number
 * @param what in a sentence
 * @param settlement how it was explained; empty while it is open
 */
public record Finding(
        UUID id, StocktakeId stocktake, Kind kind, String subject, String what, Optional<String> settlement) {
    /** What differs. */
    public enum Kind {
        /** The register says it is here; nobody saw it. */
        MISSING,
        /** It is here; the register says it is elsewhere. */
        ELSEWHERE,
        /** It is here and in no register. */
        UNKNOWN,
        /** A case that should be here was not seen. */
        CASE_MISSING,
        /** A case is here that should be elsewhere, or that nobody knows. */
        CASE_ELSEWHERE,
        /** A seal differs from the one put on, or is gone: what is in the case is not proven. */
        SEAL_DIFFERS
    }
}
