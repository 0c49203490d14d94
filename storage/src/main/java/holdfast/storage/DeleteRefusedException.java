package holdfast.storage;

import java.io.IOException;

/** The store deletes nothing that the vault's owner did not approve. What should have been deleted is still there. */
public final class DeleteRefusedException extends IOException {
    public DeleteRefusedException(String message) {
        super(message);
    }
}
