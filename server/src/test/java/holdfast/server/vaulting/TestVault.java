package holdfast.server.vaulting;

import holdfast.crypto.Secret;
import holdfast.server.access.Role;
import holdfast.server.testing.Staff;
import holdfast.vault.model.VaultOptions;
import java.nio.charset.StandardCharsets;

/** The shared test server's vault: made by whichever test needs it first. */
public final class TestVault {
    private static final VaultOptions SMALL = new VaultOptions(1 << 12, 1 << 15, 1 << 16, 3);

    private TestVault() {}

    /** Makes the vault if there is none yet. */
    public static synchronized void demand(Vaults vaults, Staff staff) {
        if (!vaults.exists()) {
            try (Secret owner = secret("the owner's passphrase");
                    Secret reader = readersPassphrase()) {
                vaults.create(owner, reader, SMALL, staff.person(Role.KEY_HOLDER));
            }
        }
    }

    /** A reader that two new key holders released. */
    public static VaultReader reader(Vaults vaults, Staff staff) {
        ReadRequestId request = vaults.askReading("a test", staff.person(Role.KEY_HOLDER));
        try (Secret passphrase = readersPassphrase()) {
            return vaults.grantReading(request, passphrase, staff.person(Role.KEY_HOLDER));
        }
    }

    /** Opens the vault for reading, with two key holders. */
    public static Secret readersPassphrase() {
        return secret("the reader's passphrase");
    }

    static Secret secret(String text) {
        return Secret.owning(text.getBytes(StandardCharsets.UTF_8));
    }
}
