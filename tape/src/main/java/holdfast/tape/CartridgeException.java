package holdfast.tape;

import java.io.IOException;

/** A cartridge cannot be opened; {@link #kind()} says why. */
public final class CartridgeException extends IOException {
    private final Kind kind;

    /** Why a cartridge cannot be opened. */
    public enum Kind {
        /** Nothing was ever written to it. */
        BLANK,
        /** Other software wrote it, or its label is gone. */
        NOT_HOLDFAST,
        /** A format of Holdfast's that this program does not know. */
        OTHER_FORMAT,
        /** The key is not this cartridge's, or the first 64 bytes of its header were changed. */
        WRONG_KEY,
        /** Bytes were changed or are missing. */
        DAMAGED
    }

    public CartridgeException(Kind kind, String message) {
        super(message);
        this.kind = kind;
    }

    public Kind kind() {
        return kind;
    }
}
