package holdfast.vault.pack;

import holdfast.crypto.NotAuthenticException;
import holdfast.crypto.SigningKey;
import holdfast.crypto.VerifyingKey;
import holdfast.storage.ObjectName;
import holdfast.vault.codec.Decoder;
import holdfast.vault.codec.Encoder;
import holdfast.vault.codec.MalformedException;
import holdfast.vault.key.ObjectKind;
import holdfast.vault.key.Signed;
import holdfast.vault.model.Hashes;
import holdfast.vault.model.PackId;
import holdfast.vault.model.VaultException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * A pack's bytes: header and kind | sealed groups | salt, sealed author and directory | signer, signature | length of
 * salt and sealed part (u32). The signature is over header, salt and sealed directory: the groups are held by their own
 * seals, and by the chunks' ids.
 */
public final class PackFile {
    private PackFile() {}

    /** A pack of these groups, as its parts. */
    public record Built(PackId id, long size, PackDirectory directory, List<byte[]> parts) {}

    /** A pack's directory, whose word it is for its chunks, and who signed it. */
    public record Read(PackKind kind, PackDirectory directory, VerifyingKey author, VerifyingKey signer) {}

    public static Built build(
            byte[] vaultId,
            PackKind kind,
            VerifyingKey author,
            List<SessionWrap> sessions,
            List<SealedGroup> groups,
            IndexSeal seal,
            SigningKey signing,
            SecureRandom random) {
        byte[] header = header(vaultId, kind);
        List<byte[]> parts = new ArrayList<>(groups.size() + 2);
        parts.add(header);
        List<PackDirectory.Group> entries = new ArrayList<>(groups.size());
        long offset = header.length;
        for (SealedGroup group : groups) {
            parts.add(group.sealed());
            entries.add(new PackDirectory.Group(
                    group.id(),
                    offset,
                    group.sealed().length,
                    group.plainLength(),
                    group.chunkIds(),
                    group.chunkLengths()));
            offset += group.sealed().length;
        }
        PackDirectory directory = new PackDirectory(sessions, entries);
        byte[] trailer = trailer(header, author, directory, seal, signing, random);
        parts.add(trailer);
        return new Built(PackId.at(Hashes.sha256(parts), 0), offset + trailer.length, directory, parts);
    }

    private static byte[] header(byte[] vaultId, PackKind kind) {
        return ObjectKind.PACK.start(vaultId).u8(kind.code()).toByteArray();
    }

    private static byte[] trailer(
            byte[] header,
            VerifyingKey author,
            PackDirectory directory,
            IndexSeal seal,
            SigningKey signing,
            SecureRandom random) {
        Encoder plain = new Encoder(4096).raw(author.bytes());
        directory.encode(plain);
        byte[] salt = IndexSeal.salt(random);
        byte[] sealed = seal.seal(salt, header, plain.toByteArray());
        MessageDigest signed = Hashes.sha256();
        signed.update(header);
        signed.update(salt);
        signed.update(sealed);
        return new Encoder(sealed.length + 256)
                .raw(salt)
                .raw(sealed)
                .raw(Signed.end(signed, signing))
                .u32(salt.length + sealed.length)
                .toByteArray();
    }

    /** Reads the directory of a pack that lies whole in memory. */
    public static Read read(ObjectName name, byte[] pack, byte[] vaultId, IndexSeal seal) throws VaultException {
        Decoder in = ObjectKind.PACK.startOf(name, pack, vaultId);
        try {
            PackKind kind = PackKind.ofCode(in.u8());
            byte[] header = Arrays.copyOf(pack, in.position());
            int end = pack.length - 4 - Signed.BYTES;
            int length = new Decoder(pack, Math.max(0, pack.length - 4), pack.length).u32();
            int start = end - length;
            if (length < IndexSeal.SALT_BYTES || start < header.length) {
                throw new MalformedException("its end does not say where its directory begins");
            }
            MessageDigest signed = Hashes.sha256();
            signed.update(header);
            signed.update(pack, start, length);
            VerifyingKey signer = Signed.demandEnd(Arrays.copyOfRange(pack, end, end + Signed.BYTES), signed);
            byte[] salt = Arrays.copyOfRange(pack, start, start + IndexSeal.SALT_BYTES);
            byte[] plain = seal.open(salt, header, Arrays.copyOfRange(pack, start + IndexSeal.SALT_BYTES, end));
            Decoder directoryIn = new Decoder(plain);
            VerifyingKey author = VerifyingKey.of(directoryIn.raw(VerifyingKey.BYTES));
            PackDirectory directory = PackDirectory.decode(directoryIn);
            directoryIn.demandEnd();
            if (directory.groupsEnd() != start) {
                throw new MalformedException("its groups do not reach to its directory");
            }
            return new Read(kind, directory, author, signer);
        } catch (MalformedException | NotAuthenticException | IllegalArgumentException e) {
            throw ObjectKind.PACK.damaged(name, e);
        }
    }
}
