package holdfast.server.record;

import holdfast.crypto.Secret;
import holdfast.crypto.SigningKey;
import holdfast.ledger.FolderDisk;
import holdfast.ledger.FormatException;
import holdfast.ledger.Log;
import holdfast.server.platform.CannotStart;
import holdfast.server.platform.DataFolder;
import holdfast.server.platform.SecretFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * The ledger's folder {@code DATA/ledger} and its signing key {@code DATA/keys/ledger-signing.key} (the Ed25519
 * seed in hexadecimal, readable by its owner only). Opens the log again after a failed write. Thread-safe.
 */
@Component
class LedgerHome {
    private final Path folder;
    private final SigningKey key;
    private final String origin;
    private @Nullable Log open;

    LedgerHome(DataFolder data, SecureRandom random) {
        this.folder = data.ledger();
        this.key = signingKey(data.keys().resolve("ledger-signing.key"), random);
        this.origin = "ledger.holdfast.internal/"
                + HexFormat.of().formatHex(key.verifyingKey().bytes(), 0, 6);
        try {
            FolderDisk disk = new FolderDisk(folder);
            this.open = Log.exists(disk) ? Log.open(disk, origin, key) : Log.create(disk, origin, key);
        } catch (IOException | FormatException e) {
            throw new CannotStart("The ledger in " + folder + " cannot be used: " + e.getMessage(), e);
        }
    }

    private static SigningKey signingKey(Path file, SecureRandom random) {
        try {
            if (!Files.exists(file)) {
                Secret seed = Secret.random(random, SigningKey.SEED_BYTES);
                SecretFile.write(file, seed.expose(HexFormat.of()::formatHex) + "\n");
                return SigningKey.of(seed);
            }
            return SigningKey.of(
                    Secret.owning(HexFormat.of().parseHex(Files.readString(file).strip())));
        } catch (IOException e) {
            throw new CannotStart(
                    "The ledger's signing key " + file + " cannot be read or written: " + e.getMessage(), e);
        } catch (IllegalArgumentException e) {
            // Without the cause: its message would show the key.
            throw new CannotStart("The ledger's signing key " + file + " is damaged: put back a copy of it");
        }
    }

    Path folder() {
        return folder;
    }

    String origin() {
        return origin;
    }

    /** The log, whole. */
    synchronized Log log() {
        if (open == null) {
            try {
                open = Log.open(new FolderDisk(folder), origin, key);
            } catch (IOException | FormatException e) {
                throw new IllegalStateException("The ledger in " + folder + " cannot be opened: " + e.getMessage(), e);
            }
        }
        return open;
    }

    /** After an error of the disk: the next {@link #log} opens it again. */
    synchronized void failed() {
        open = null;
    }
}
