package holdfast.vault.codec;

import java.io.IOException;

/** Bytes do not have the layout that they should have. */
public final class MalformedException extends IOException {
    public MalformedException(String message) {
        super(message);
    }
}
