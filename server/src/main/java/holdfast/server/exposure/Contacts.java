package holdfast.server.exposure;

import holdfast.server.vaulting.VaultReader;
import java.util.function.Consumer;

/** Names and addresses, read from the registers in the vault. */
public interface Contacts {
    /**
     * Reads the contact of each of these persons, in no stated order, each once.
     *
     * @param key a vault opened with the reader's key
     * @throws IllegalStateException if somebody cannot be found in the vault any more: nobody is left out silently
     */
    void read(SubjectSet persons, VaultReader key, Consumer<Contact> each);
}
