package holdfast.vault.key;

import holdfast.crypto.HybridIdentity;
import holdfast.crypto.HybridRecipient;
import holdfast.crypto.Secret;
import holdfast.crypto.SigningKey;
import holdfast.vault.codec.Decoder;
import holdfast.vault.codec.Encoder;
import holdfast.vault.codec.MalformedException;
import holdfast.vault.model.Role;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Optional;

/**
 * What a key slot gives to the holder of its role. A key that the role lacks is empty.
 *
 * @param index seals index parts and the directories of packs
 * @param contentIds makes the ids of file chunks and the table by which files are cut; not for cataloguers
 * @param treeIds makes the ids of chunks of trees and attachments
 * @param cataloguer opens snapshots, trees, attachments
 * @param reader opens contents
 * @param signing signs what this holder puts; the owner's is the one in the config
 */
public record VaultKeys(
        Role role,
        Secret index,
        Optional<Secret> contentIds,
        Secret treeIds,
        Optional<HybridIdentity> cataloguer,
        Optional<HybridIdentity> reader,
        SigningKey signing)
        implements AutoCloseable {

    public static VaultKeys generate(SecureRandom random) {
        return new VaultKeys(
                Role.OWNER,
                Secret.random(random, 32),
                Optional.of(Secret.random(random, 32)),
                Secret.random(random, 32),
                Optional.of(HybridIdentity.generate(random)),
                Optional.of(HybridIdentity.generate(random)),
                SigningKey.generate(random));
    }

    /** What the owner hands to a new key of a role; it gets a signing key of its own, unless it is an owner too. */
    public VaultKeys forRole(Role other, SecureRandom random) {
        SigningKey key = other == Role.OWNER ? signing : SigningKey.generate(random);
        return new VaultKeys(
                other,
                index,
                other == Role.CATALOGUER ? Optional.empty() : contentIds,
                treeIds,
                other.catalogues() ? cataloguer : Optional.empty(),
                other.reads() ? reader : Optional.empty(),
                key);
    }

    /** The plaintext of a key slot. */
    Secret encode(byte[] configDigest) {
        Encoder out = new Encoder(5200).u8(role.code()).raw(configDigest);
        secret(out, index);
        blob(out, contentIds);
        secret(out, treeIds);
        blob(out, cataloguer.map(HybridIdentity::encoded));
        blob(out, reader.map(HybridIdentity::encoded));
        secret(out, signing.seed());
        return Secret.owning(out.toByteArray());
    }

    private static void secret(Encoder out, Secret secret) {
        secret.expose(out::raw);
    }

    private static void blob(Encoder out, Optional<Secret> secret) {
        secret.ifPresentOrElse(s -> s.expose(out::blob), () -> out.varint(0));
    }

    /** @throws MalformedException also if the config is not the one that this slot was made for */
    static VaultKeys decode(byte[] slot, VaultConfig config) throws MalformedException {
        Decoder in = new Decoder(slot);
        Role role;
        try {
            role = Role.ofCode(in.u8());
        } catch (IllegalArgumentException e) {
            throw new MalformedException("it holds no role");
        }
        if (!Arrays.equals(in.raw(32), config.digest())) {
            throw new MalformedException(
                    "the vault's config is not the one that this key was made for: it was" + " exchanged or changed");
        }
        VaultKeys keys = new VaultKeys(
                role,
                Secret.owning(in.raw(32)),
                optional(in.blob()),
                Secret.owning(in.raw(32)),
                identity(in.blob(), config.cataloguer()),
                identity(in.blob(), config.reader()),
                SigningKey.of(Secret.owning(in.raw(32))));
        in.demandEnd();
        return keys;
    }

    private static Optional<Secret> optional(byte[] bytes) {
        return bytes.length == 0 ? Optional.empty() : Optional.of(Secret.owning(bytes));
    }

    private static Optional<HybridIdentity> identity(byte[] bytes, HybridRecipient recipient)
            throws MalformedException {
        if (bytes.length != 0 && bytes.length != HybridIdentity.ENCODED_BYTES) {
            throw new MalformedException("a private key has another length");
        }
        return optional(bytes).map(secret -> HybridIdentity.of(secret, recipient));
    }

    @Override
    public void close() {
        index.close();
        contentIds.ifPresent(Secret::close);
        treeIds.close();
        cataloguer.ifPresent(HybridIdentity::close);
        reader.ifPresent(HybridIdentity::close);
        signing.close();
    }

    @Override
    public String toString() {
        return "VaultKeys[" + role + "]";
    }
}
