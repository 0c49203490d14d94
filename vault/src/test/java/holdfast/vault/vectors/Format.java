package holdfast.vault.vectors;

import static java.nio.charset.StandardCharsets.UTF_8;

import holdfast.crypto.Aead;
import holdfast.crypto.Argon2id;
import holdfast.crypto.Hkdf;
import holdfast.crypto.HybridIdentity;
import holdfast.crypto.HybridRecipient;
import holdfast.crypto.Secret;
import holdfast.crypto.SigningKey;
import holdfast.vault.codec.Encoder;
import java.util.Arrays;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** The objects of the format, byte for byte after its description; every part can be given wrongly. */
final class Format {
    static final int VERSION = 1;

    private Format() {}

    static Encoder header(String letters, byte[] vaultId) {
        return header(letters, VERSION, vaultId);
    }

    static Encoder header(String letters, int version, byte[] vaultId) {
        return new Encoder(256)
                .raw(letters.getBytes(UTF_8))
                .u8(version >>> 8)
                .u8(version)
                .raw(vaultId);
    }

    static byte[] signed(Encoder object, SigningKey key) {
        object.raw(key.verifyingKey().bytes());
        return object.raw(key.sign(message(SeededRandom.sha256(object.toByteArray()))))
                .toByteArray();
    }

    static byte[] message(byte[] digest) {
        return new Encoder(64)
                .raw("holdfast signed 1\n".getBytes(UTF_8))
                .raw(digest)
                .toByteArray();
    }

    static byte[] seal(Secret key, byte[] associated, byte[] plain) {
        return new Aead(key).seal(new byte[12], associated, plain);
    }

    static byte[] hmac(Secret key, byte[] bytes) {
        return key.expose(k -> {
            try {
                Mac mac = Mac.getInstance("HmacSHA256");
                mac.init(new SecretKeySpec(k, "HmacSHA256"));
                return mac.doFinal(bytes);
            } catch (java.security.GeneralSecurityException e) {
                throw new IllegalStateException(e);
            }
        });
    }

    static Encoder config(byte[] vaultId, HybridIdentity reader, HybridIdentity cataloguer) {
        return config(header("HFCONF", vaultId), reader, cataloguer);
    }

    static Encoder config(Encoder header, HybridIdentity reader, HybridIdentity cataloguer) {
        header.u32(1 << 10).u32(8 << 10).u32(32 << 10).u8(3).u32(14 * 24 * 3600);
        return header.raw(reader.recipient().encoded())
                .raw(cataloguer.recipient().encoded());
    }

    static byte[] enrolment(byte[] vaultId, SigningKey key, int role, String label, SigningKey by) {
        return signed(
                header("HFENRL", vaultId)
                        .raw(key.verifyingKey().bytes())
                        .u8(role)
                        .text(label)
                        .u64(1_770_000_000L),
                by);
    }

    /** @param kept hashes in hex of what stays believed */
    static byte[] revocation(byte[] vaultId, SigningKey key, Collection<String> kept, SigningKey by) {
        Encoder out = header("HFREVO", vaultId)
                .raw(key.verifyingKey().bytes())
                .u64(1_772_000_000L)
                .varint(kept.size());
        kept.forEach(hash -> out.raw(HexFormat.of().parseHex(hash)));
        return signed(out, by);
    }

    /** A slot's clear part up to the commitment; {@code slow} null for a key file. */
    static Encoder slotHead(byte[] vaultId, int role, String label, SigningKey signing, byte[] salt, int[] slow) {
        Encoder out = header("HFSLOT", vaultId)
                .u8(role)
                .u8(slow.length == 0 ? 2 : 1)
                .text(label)
                .raw(signing.verifyingKey().bytes())
                .raw(salt);
        Arrays.stream(slow).forEach(out::u32);
        return out;
    }

    static byte[] slot(Encoder head, Secret secret, byte[] salt, byte[] keys) {
        Secret both = Hkdf.derive(secret, salt, "holdfast slot 1", 64);
        head.raw(both.expose(b -> Arrays.copyOfRange(b, 32, 64)));
        Secret key = both.expose(b -> Secret.owning(Arrays.copyOf(b, 32)));
        return head.blob(seal(key, head.toByteArray(), keys)).toByteArray();
    }

    static Secret stretch(String passphrase, byte[] salt, int[] slow) {
        return new Argon2id(slow[0], slow[1], slow[2]).derive(Secret.owning(passphrase.getBytes(UTF_8)), salt, 32);
    }

    /** A session of groups: id, secret, and the secret wrapped. */
    @SuppressWarnings("ArrayRecordComponent") // compared by nobody
    record Session(byte[] id, Secret secret, byte[] wrapped) {
        static Session of(SeededRandom random, HybridRecipient recipient, String purpose) {
            Secret secret = Secret.random(random, 32);
            return new Session(random.bytes(16), secret, recipient.wrap(secret, purpose, random));
        }
    }

    /** A chunk as the directory tells of it. */
    @SuppressWarnings("ArrayRecordComponent") // compared by nobody
    record Chunk(byte[] id, int length) {}

    /** A group as the directory tells of it, and its sealed bytes. */
    @SuppressWarnings("ArrayRecordComponent") // compared by nobody
    record Group(int number, byte[] sealed, int plain, List<Chunk> chunks) {}

    /** @param text method byte and bytes, as they are sealed */
    static byte[] group(byte[] vaultId, int kind, Session session, int number, byte[] text) {
        byte[] info = new Encoder(32).text("holdfast group 1").u32(number).toByteArray();
        byte[] about = new Encoder(48)
                .raw(vaultId)
                .u8(kind)
                .raw(session.id)
                .u32(number)
                .toByteArray();
        return seal(Hkdf.derive(session.secret, new byte[0], info, 32), about, text);
    }

    static Encoder directory(Session session, List<Group> groups) {
        Encoder out =
                new Encoder(256).varint(1).raw(session.id).raw(session.wrapped).varint(groups.size());
        for (Group group : groups) {
            out.varint(0).u32(group.number).varint(group.sealed.length).varint(group.plain);
            out.varint(group.chunks.size());
            group.chunks.forEach(chunk -> out.raw(chunk.id));
            group.chunks.forEach(chunk -> out.varint(chunk.length));
        }
        return out;
    }

    /** @param directory author and directory, as they are sealed */
    static byte[] pack(byte[] header, byte[] groups, byte[] salt, Secret index, byte[] directory, SigningKey signer) {
        byte[] sealed = seal(Hkdf.derive(index, salt, "holdfast index 1", 32), header, directory);
        byte[] key = signer.verifyingKey().bytes();
        byte[] signature = signer.sign(message(SeededRandom.sha256(header, salt, sealed, key)));
        return new Encoder(1024)
                .raw(header)
                .raw(groups)
                .raw(salt)
                .raw(sealed)
                .raw(key)
                .raw(signature)
                .u32(salt.length + sealed.length)
                .toByteArray();
    }

    static byte[] indexPart(byte[] vaultId, byte[] salt, Secret index, byte[] inside, SigningKey signer) {
        Encoder out = header("HFINDX", vaultId);
        byte[] sealed = seal(Hkdf.derive(index, salt, "holdfast index 1", 32), out.toByteArray(), inside);
        return signed(out.raw(salt).blob(sealed), signer);
    }

    static Encoder snapshot(
            Encoder header, HybridIdentity cataloguer, String purpose, SeededRandom random, byte[] body) {
        Secret secret = Secret.random(random, 32);
        header.raw(cataloguer.recipient().wrap(secret, purpose, random));
        Secret key = Hkdf.derive(secret, new byte[0], "holdfast snapshot 1", 32);
        return header.blob(seal(key, header.toByteArray(), body));
    }
}
