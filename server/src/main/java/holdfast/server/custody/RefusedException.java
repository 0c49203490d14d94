package holdfast.server.custody;

import holdfast.server.platform.Refusal;
import holdfast.server.platform.Refused;

/** A hand-over that may not happen, or not now. */
public final class RefusedException extends Refused {

    private final Reason reason;

    RefusedException(Reason reason, String code, Object... values) {
        super(Refusal.phrase(code, values));
        this.reason = reason;
    }

    /** Why, for programs. */
    public Reason reason() {
        return reason;
    }

    /** Why something was refused. */
    public enum Reason {
        /** There is no such consignment, case or cartridge here. */
        UNKNOWN,
        /** It has not come so far, or is past that. */
        WRONG_STATE,
        /** This person has another part in this trip. */
        SAME_PERSON,
        /** This person is not posted there, or is not the carrier. */
        WRONG_PERSON,
        /** The procedure in force forbids it. */
        FORBIDDEN_BY_PROCEDURE,
        /** A seal was not read, or reads otherwise than recorded. */
        WRONG_SEAL,
        /** What was shown is no longer true. */
        STALE,
        /** A signature does not belong to this person, this key or these facts. */
        BAD_SIGNATURE,
        /** Something else in the request cannot be so. */
        INVALID
    }
}
