package holdfast.vault.key;

import holdfast.crypto.Aead;
import holdfast.crypto.Argon2id;
import holdfast.crypto.Hkdf;
import holdfast.crypto.NotAuthenticException;
import holdfast.crypto.Secret;
import holdfast.crypto.VerifyingKey;
import holdfast.storage.ObjectName;
import holdfast.vault.codec.Decoder;
import holdfast.vault.codec.Encoder;
import holdfast.vault.codec.MalformedException;
import holdfast.vault.model.Credential;
import holdfast.vault.model.Hashes;
import holdfast.vault.model.Role;
import holdfast.vault.model.VaultException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;

/**
 * Key slots: the keys of a role, sealed under a key derived from a passphrase or a key file. A commitment to that
 * key lies in clear before the sealed bytes, so that no slot opens under two passphrases.
 */
public final class Slots {
    public static final String PREFIX = "keys/";
    private static final int PASSPHRASE = 1;
    private static final int FILE_KEY = 2;
    private static final int SALT_BYTES = 16;

    private Slots() {}

    public static byte[] encode(
            VaultConfig config, VaultKeys keys, Credential credential, String label, SecureRandom random) {
        byte[] salt = new byte[SALT_BYTES];
        random.nextBytes(salt);
        boolean passphrase = credential instanceof Credential.Passphrase;
        Encoder out = ObjectKind.SLOT.start(config.vaultId());
        out.u8(keys.role().code()).u8(passphrase ? PASSPHRASE : FILE_KEY).text(label);
        out.raw(keys.signing().verifyingKey().bytes()).raw(salt);
        Argon2id slow = Argon2id.DEFAULT;
        if (passphrase) {
            out.u32(slow.memoryKib()).u32(slow.passes()).u32(slow.lanes());
        }
        try (Secret derived = derive(credential, salt, slow);
                Secret plain = keys.encode(config.digest())) {
            out.raw(commitment(derived));
            byte[] header = out.toByteArray();
            byte[] sealed = plain.expose(b -> aead(derived).seal(new byte[Aead.NONCE_BYTES], header, b));
            return out.blob(sealed).toByteArray();
        }
    }

    public static ObjectName name(byte[] slot) {
        return new ObjectName(PREFIX + HexFormat.of().formatHex(Hashes.sha256(slot)));
    }

    /** What anybody can see of a slot. */
    public static KeySlot describe(ObjectName name, byte[] slot, VaultConfig config) throws VaultException {
        try {
            Decoder in = ObjectKind.SLOT.startOf(name, slot, config.vaultId());
            Role role = Role.ofCode(in.u8());
            boolean passphrase = in.u8() == PASSPHRASE;
            String label = in.text();
            return new KeySlot(
                    name.lastSegment(), role, passphrase, label, VerifyingKey.of(in.raw(VerifyingKey.BYTES)));
        } catch (MalformedException | IllegalArgumentException e) {
            throw ObjectKind.SLOT.damaged(name, e);
        }
    }

    /** The keys, or nothing if the credential is not this slot's. */
    public static Optional<VaultKeys> open(ObjectName name, byte[] slot, VaultConfig config, Credential credential)
            throws VaultException {
        Decoder in = ObjectKind.SLOT.startOf(name, slot, config.vaultId());
        try {
            in.u8();
            int kind = in.u8();
            in.blob();
            in.skip(VerifyingKey.BYTES);
            if (kind != (credential instanceof Credential.Passphrase ? PASSPHRASE : FILE_KEY)) {
                return Optional.empty();
            }
            byte[] salt = in.raw(SALT_BYTES);
            Argon2id slow = kind == PASSPHRASE ? new Argon2id(in.u32(), in.u32(), in.u32()) : Argon2id.DEFAULT;
            try (Secret derived = derive(credential, salt, slow)) {
                if (!MessageDigest.isEqual(in.raw(32), commitment(derived))) {
                    return Optional.empty();
                }
                byte[] header = Arrays.copyOf(slot, in.position());
                byte[] sealed = in.blob();
                in.demandEnd();
                byte[] plain = aead(derived).open(new byte[Aead.NONCE_BYTES], header, sealed);
                return Optional.of(VaultKeys.decode(plain, config));
            }
        } catch (MalformedException | NotAuthenticException | IllegalArgumentException e) {
            throw ObjectKind.SLOT.damaged(name, e);
        }
    }

    /** 64 bytes: the sealing key, then its commitment. */
    private static Secret derive(Credential credential, byte[] salt, Argon2id slow) {
        return switch (credential) {
            case Credential.Passphrase(Secret passphrase) -> {
                try (Secret stretched = slow.derive(passphrase, salt, 32)) {
                    yield Hkdf.derive(stretched, salt, "holdfast slot 1", 64);
                }
            }
            case Credential.FileKey(Secret key) -> Hkdf.derive(key, salt, "holdfast slot 1", 64);
        };
    }

    private static Aead aead(Secret derived) {
        return new Aead(derived.expose(b -> Secret.owning(Arrays.copyOf(b, 32))));
    }

    private static byte[] commitment(Secret derived) {
        return derived.expose(b -> Arrays.copyOfRange(b, 32, 64));
    }
}
