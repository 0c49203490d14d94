package holdfast.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import holdfast.crypto.Secret;
import holdfast.vault.key.KeyFile;
import holdfast.vault.model.Credential;
import holdfast.vault.model.VaultException;
import java.io.Console;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** The passphrase or key file that the options, the environment or the terminal give. */
final class Credentials {
    private final CommonOptions common;

    Credentials(CommonOptions common) {
        this.common = common;
    }

    /** For a vault that is there. */
    Credential existing() throws IOException {
        Path keyFile = keyFile();
        return keyFile == null ? new Credential.Passphrase(password(false)) : KeyFile.read(keyFile);
    }

    /** For a new vault: a key file that is not there yet is made, a password from the terminal asked for twice. */
    Credential fresh() throws IOException {
        Path keyFile = keyFile();
        return keyFile == null ? new Credential.Passphrase(password(true)) : readOrCreate(keyFile);
    }

    static Credential readOrCreate(Path keyFile) throws IOException {
        return Files.exists(keyFile) ? KeyFile.read(keyFile) : KeyFile.create(keyFile, new SecureRandom());
    }

    /** To come in the place of another: a key file, a password from a file, or one that is typed twice. */
    static Credential next(@Nullable Path keyFile, @Nullable Path passwordFile) throws IOException {
        if (keyFile != null) {
            return readOrCreate(keyFile);
        }
        return new Credential.Passphrase(
                passwordFile == null ? fromTerminal(true) : firstLine(Files.readAllBytes(passwordFile)));
    }

    private @Nullable Path keyFile() {
        String fromEnvironment = System.getenv("HOLDFAST_KEY_FILE");
        if (common.keyFile != null) {
            return common.keyFile;
        }
        return fromEnvironment == null || fromEnvironment.isEmpty() ? null : Path.of(fromEnvironment);
    }

    private Secret password(boolean twice) throws IOException {
        String file = System.getenv("HOLDFAST_PASSWORD_FILE");
        if (common.passwordFile != null || file != null) {
            return firstLine(Files.readAllBytes(common.passwordFile != null ? common.passwordFile : Path.of(file)));
        }
        String command = System.getenv("HOLDFAST_PASSWORD_COMMAND");
        if (command != null) {
            return fromCommand(command);
        }
        String plain = System.getenv("HOLDFAST_PASSWORD");
        if (plain != null) {
            return Secret.owning(plain.getBytes(UTF_8));
        }
        return fromTerminal(twice);
    }

    private static Secret fromCommand(String command) throws IOException {
        Process process = new ProcessBuilder("/bin/sh", "-c", command)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        byte[] printed = process.getInputStream().readAllBytes();
        try {
            int code = process.waitFor();
            if (code != 0) {
                throw new VaultException("the password command failed with exit code " + code + ": " + command);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted while the password command ran", e);
        }
        return firstLine(printed);
    }

    private static Secret firstLine(byte[] bytes) {
        int end = 0;
        while (end < bytes.length && bytes[end] != '\n' && bytes[end] != '\r') {
            end++;
        }
        Secret secret = Secret.owning(Arrays.copyOf(bytes, end));
        Arrays.fill(bytes, (byte) 0);
        return secret;
    }

    private static Secret fromTerminal(boolean twice) throws IOException {
        if (!Terminal.isThere()) {
            throw new VaultException.WrongCredential(
                    "no password: set HOLDFAST_PASSWORD_FILE, HOLDFAST_PASSWORD_COMMAND"
                            + " or HOLDFAST_PASSWORD, give --key-file, or run it at a terminal");
        }
        Console console = Terminal.console();
        Secret first = utf8(console.readPassword("password: "));
        if (twice && !first.equals(utf8(console.readPassword("once more: ")))) {
            throw new VaultException("the two passwords differ; nothing was made");
        }
        return first;
    }

    private static Secret utf8(char @Nullable [] typed) throws IOException {
        if (typed == null) {
            throw new VaultException("no password was typed");
        }
        ByteBuffer encoded = ByteBuffer.allocate(4 * typed.length);
        UTF_8.newEncoder().encode(CharBuffer.wrap(typed), encoded, true);
        Secret secret = Secret.owning(Arrays.copyOf(encoded.array(), encoded.position()));
        Arrays.fill(encoded.array(), (byte) 0);
        Arrays.fill(typed, ' ');
        return secret;
    }
}
