package holdfast.crypto;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Arrays;
import java.util.HexFormat;

/** The keys that a file key store derives from its master secret, and the sealed form of one kept key. */
final class StoreKeys {
    private final StoreHeader header;
    private final Aead aead;
    private final Secret journal;

    private StoreKeys(StoreHeader header, Aead aead, Secret journal) {
        this.header = header;
        this.aead = aead;
        this.journal = journal;
    }

    /** A kept key as it was unsealed; {@code key} is of length 0 once destroyed. */
    record Kept(KeyState state, Instant since, Secret key) {}

    /** A header for a new store of this master secret. */
    static StoreHeader header(String name, MasterSecret master, Argon2id argon, SecureRandom random)
            throws IOException {
        String id = HexFormat.of().formatHex(bytes(random, 16));
        String salt = HexFormat.of().formatHex(bytes(random, 32));
        try (Secret root = root(master, argon, salt);
                Secret check = derive(root, "check", id)) {
            return new StoreHeader(name, kind(master), argon, id, salt, check.expose(HexFormat.of()::formatHex));
        }
    }

    /** @throws IllegalStateException if the master secret is not the store's */
    static StoreKeys open(StoreHeader header, MasterSecret master) throws IOException {
        if (!header.kind().equals(kind(master))) {
            throw new IllegalStateException(
                    "key store '" + header.name() + "' is opened by a " + header.kind() + ", not by a " + kind(master));
        }
        try (Secret root = root(master, header.argon(), header.salt());
                Secret check = derive(root, "check", header.id())) {
            if (!check.equals(Secret.owning(HexFormat.of().parseHex(header.check())))) {
                throw new IllegalStateException(
                        "this " + kind(master) + " does not open key store '" + header.name() + "'");
            }
            try (Secret sealing = derive(root, "seal", header.id())) {
                return new StoreKeys(header, new Aead(sealing), derive(root, "journal", header.id()));
            }
        }
    }

    Secret journalKey() {
        return journal;
    }

    byte[] seal(KeyName name, KeyState state, Instant since, Secret key, SecureRandom random) {
        byte[] nonce = bytes(random, Aead.NONCE_BYTES);
        ByteBuffer plain = ByteBuffer.allocate(9 + key.length());
        plain.put((byte) letter(state)).putLong(since.toEpochMilli());
        key.expose(plain::put);
        byte[] sealed = aead.seal(nonce, about(name), plain.array());
        Arrays.fill(plain.array(), (byte) 0);
        return ByteBuffer.allocate(nonce.length + sealed.length)
                .put(nonce)
                .put(sealed)
                .array();
    }

    Kept open(KeyName name, byte[] file) throws NotAuthenticException {
        if (file.length < Aead.NONCE_BYTES + Aead.TAG_BYTES + 9) {
            throw new NotAuthenticException("the file is too short");
        }
        byte[] nonce = Arrays.copyOf(file, Aead.NONCE_BYTES);
        byte[] sealed = Arrays.copyOfRange(file, Aead.NONCE_BYTES, file.length);
        ByteBuffer plain = ByteBuffer.wrap(aead.open(nonce, about(name), sealed));
        KeyState state = state((char) plain.get());
        Instant since = Instant.ofEpochMilli(plain.getLong());
        byte[] key = new byte[plain.remaining()];
        plain.get(key);
        Arrays.fill(plain.array(), (byte) 0);
        return new Kept(state, since, Secret.owning(key));
    }

    private static char letter(KeyState state) {
        return switch (state) {
            case ACTIVE -> 'A';
            case QUARANTINED -> 'Q';
            case DESTROYED -> 'D';
        };
    }

    private static KeyState state(char letter) throws NotAuthenticException {
        return switch (letter) {
            case 'A' -> KeyState.ACTIVE;
            case 'Q' -> KeyState.QUARANTINED;
            case 'D' -> KeyState.DESTROYED;
            default -> throw new NotAuthenticException("no state of a key has the letter " + letter);
        };
    }

    private byte[] about(KeyName name) {
        return (StoreHeader.MAGIC + "|" + header.id() + "|" + name).getBytes(UTF_8);
    }

    private static String kind(MasterSecret master) {
        return switch (master) {
            case MasterSecret.Passphrase _ -> "passphrase";
            case MasterSecret.KeyFile _ -> "key-file";
        };
    }

    private static Secret root(MasterSecret master, Argon2id argon, String salt) throws IOException {
        return switch (master) {
            case MasterSecret.Passphrase(Secret text) ->
                argon.derive(text, HexFormat.of().parseHex(salt), 32);
            case MasterSecret.KeyFile(Path file) -> fileKey(file);
        };
    }

    private static Secret fileKey(Path file) throws IOException {
        try {
            byte[] key = HexFormat.of().parseHex(Files.readString(file, UTF_8).strip());
            if (key.length == 32) {
                return Secret.owning(key);
            }
        } catch (IllegalArgumentException e) {
            // Said below, without repeating what the file holds.
        }
        throw new IllegalStateException(file + " is no key file: it should hold 64 hexadecimal digits");
    }

    private static Secret derive(Secret root, String what, String id) {
        return Hkdf.derive(root, HexFormat.of().parseHex(id), StoreHeader.MAGIC + "|" + what, 32);
    }

    private static byte[] bytes(SecureRandom random, int length) {
        byte[] bytes = new byte[length];
        random.nextBytes(bytes);
        return bytes;
    }
}
