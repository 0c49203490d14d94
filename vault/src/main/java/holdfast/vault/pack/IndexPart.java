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
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;

/**
 * A part of the index: the directories of some packs, sealed for every role, signed by who put the packs. The index
 * is all parts together; it can be made again from the packs.
 *
 * @param author whose word it is that the chunks are what their ids say: the signer's, unless an owner moved groups
 */
public record IndexPart(List<Pack> packs, VerifyingKey author, VerifyingKey signer) {
    public static final String PREFIX = "index/";

    /** A pack as the index knows it; {@code size} in bytes. */
    public record Pack(PackId id, long size, PackKind kind, PackDirectory directory) {}

    public static byte[] encode(
            byte[] vaultId,
            VerifyingKey author,
            List<Pack> packs,
            IndexSeal seal,
            SigningKey signing,
            SecureRandom random) {
        Encoder plain = new Encoder(1 << 16).raw(author.bytes()).varint(packs.size());
        for (Pack pack : packs) {
            plain.raw(pack.id().bytes()).varint(pack.size()).u8(pack.kind().code());
            pack.directory().encode(plain);
        }
        byte[] salt = IndexSeal.salt(random);
        Encoder out = ObjectKind.INDEX.start(vaultId);
        byte[] header = out.toByteArray();
        out.raw(salt).blob(seal.seal(salt, header, plain.toByteArray()));
        return Signed.seal(out, signing);
    }

    public static ObjectName name(byte[] part) {
        return new ObjectName(PREFIX + HexFormat.of().formatHex(Hashes.sha256(part)));
    }

    public static IndexPart decode(ObjectName name, byte[] bytes, byte[] vaultId, IndexSeal seal)
            throws VaultException {
        Decoder in = ObjectKind.INDEX.startOf(name, bytes, vaultId);
        try {
            byte[] header = Arrays.copyOf(bytes, in.position());
            byte[] salt = in.raw(IndexSeal.SALT_BYTES);
            byte[] sealed = in.blob();
            VerifyingKey signer = Signed.demandEnd(in, bytes);
            Decoder plain = new Decoder(seal.open(salt, header, sealed));
            VerifyingKey author = VerifyingKey.of(plain.raw(VerifyingKey.BYTES));
            return new IndexPart(decodePacks(plain), author, signer);
        } catch (MalformedException | NotAuthenticException | IllegalArgumentException e) {
            throw ObjectKind.INDEX.damaged(name, e);
        }
    }

    private static List<Pack> decodePacks(Decoder in) throws MalformedException {
        int count = in.count(PackId.BYTES + 4);
        List<Pack> packs = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            PackId id = PackId.at(in.raw(PackId.BYTES), 0);
            packs.add(new Pack(id, in.varint(), PackKind.ofCode(in.u8()), PackDirectory.decode(in)));
        }
        in.demandEnd();
        return packs;
    }
}
