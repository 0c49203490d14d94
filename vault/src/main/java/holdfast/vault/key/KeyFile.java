package holdfast.vault.key;

import static java.nio.charset.StandardCharsets.US_ASCII;

import holdfast.crypto.Secret;
import holdfast.vault.model.Credential;
import holdfast.vault.model.VaultException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;

/** The text of a key file: one line, {@code holdfast-key-1} and 32 random bytes in base64. */
public final class KeyFile {
    private static final String HEADER = "holdfast-key-1 ";

    private KeyFile() {}

    /**
     * Draws a key and writes it into a new file that only its owner may read.
     *
     * @throws java.nio.file.FileAlreadyExistsException if there is a file: a key is never overwritten
     */
    public static Credential.FileKey create(Path file, SecureRandom random) throws IOException {
        Secret key = Secret.random(random, 32);
        boolean posix = file.getFileSystem().supportedFileAttributeViews().contains("posix");
        if (posix) {
            Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        } else {
            Files.createFile(file);
        }
        byte[] text = key.expose(b -> (HEADER + Base64.getEncoder().encodeToString(b) + "\n").getBytes(US_ASCII));
        Files.write(file, text, StandardOpenOption.WRITE, StandardOpenOption.SYNC);
        return new Credential.FileKey(key);
    }

    /** @throws VaultException if the file is not there or not a key file */
    public static Credential.FileKey read(Path file) throws IOException {
        byte[] bytes;
        try {
            bytes = Files.readAllBytes(file);
        } catch (NoSuchFileException e) {
            throw new VaultException("there is no key file " + file + "; give the right path with --key-file", e);
        }
        String text = new String(bytes, US_ASCII).strip();
        if (text.startsWith(HEADER)) {
            try {
                byte[] key = Base64.getDecoder().decode(text.substring(HEADER.length()));
                if (key.length == 32) {
                    return new Credential.FileKey(Secret.owning(key));
                }
            } catch (IllegalArgumentException e) {
                throw new VaultException(file + " is a damaged key file", e);
            }
        }
        throw new VaultException(file + " is no key file of Holdfast");
    }
}
