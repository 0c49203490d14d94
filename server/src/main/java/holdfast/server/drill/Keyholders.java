package holdfast.server.drill;

import static java.nio.charset.StandardCharsets.UTF_8;

import holdfast.crypto.Secret;
import holdfast.server.vaulting.ReadRequestId;
import holdfast.server.vaulting.VaultReader;
import holdfast.server.vaulting.Vaults;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;

/** The two key holders of the drill, who only together open contents. */
final class Keyholders {
    private static final String READER = "vault-reader.password";
    private static final String OWNER = "vault-owner.password";

    private Keyholders() {}

    /** Draws a passphrase and keeps it beside the keys: it is a drill. */
    static Secret ownerPassphrase(Drill drill) throws IOException {
        return draw(drill, OWNER);
    }

    /** As above, for the reader's key. */
    static Secret readerPassphrase(Drill drill) throws IOException {
        return draw(drill, READER);
    }

    /** One asks with a reason, the other grants; the caller closes the reader when the work is done. */
    static VaultReader openReader(Drill drill, String reason) throws IOException {
        Vaults vaults = drill.service(Vaults.class);
        ReadRequestId request = vaults.askReading(reason, Office.KEY_HOLDER_1);
        byte[] passphrase = Files.readString(drill.folder().keys().resolve(READER), UTF_8)
                .strip()
                .getBytes(UTF_8);
        try (Secret secret = Secret.owning(passphrase)) {
            return vaults.grantReading(request, secret, Office.KEY_HOLDER_2);
        }
    }

    private static Secret draw(Drill drill, String file) throws IOException {
        String passphrase = Passwords.draw(drill.service(SecureRandom.class));
        Path path = drill.folder().keys().resolve(file);
        Files.createFile(path, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.writeString(path, passphrase + "\n", UTF_8);
        return Secret.owning(passphrase.getBytes(UTF_8));
    }
}
