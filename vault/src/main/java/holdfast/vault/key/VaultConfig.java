package holdfast.vault.key;

import holdfast.crypto.HybridRecipient;
import holdfast.crypto.SigningKey;
import holdfast.crypto.VerifyingKey;
import holdfast.storage.ObjectName;
import holdfast.vault.codec.Decoder;
import holdfast.vault.codec.Encoder;
import holdfast.vault.codec.MalformedException;
import holdfast.vault.model.Hashes;
import holdfast.vault.model.VaultException;
import holdfast.vault.model.VaultOptions;
import java.time.Duration;
import java.util.Arrays;

/**
 * The config of a vault: in clear, signed by the owner, never changed. Its digest lies sealed in every key slot,
 * so that nobody can put other public keys under a writer.
 */
@SuppressWarnings("ArrayRecordComponent") // equality is by digest
public record VaultConfig(
        byte[] vaultId,
        VaultOptions options,
        HybridRecipient reader,
        HybridRecipient cataloguer,
        VerifyingKey owner,
        byte[] digest) {
    public static final ObjectName NAME = new ObjectName("config");

    /** The bytes of a new config. */
    public static byte[] encode(
            byte[] vaultId,
            VaultOptions options,
            HybridRecipient reader,
            HybridRecipient cataloguer,
            SigningKey owner) {
        Encoder out = ObjectKind.CONFIG.start(vaultId);
        out.u32(options.chunkAverage());
        out.u32(options.groupTarget());
        out.u32(options.packTarget());
        out.u8(options.compression());
        out.u32((int) options.grace().toSeconds());
        out.raw(reader.encoded());
        out.raw(cataloguer.encoded());
        return Signed.seal(out, owner);
    }

    public static VaultConfig decode(byte[] bytes) throws VaultException {
        Decoder in = ObjectKind.CONFIG.startOf(NAME, bytes);
        try {
            byte[] vaultId = in.raw(ObjectKind.VAULT_ID_BYTES);
            VaultOptions options = new VaultOptions(
                    in.u32(), in.u32(), in.u32(), in.u8(), Duration.ofSeconds(Integer.toUnsignedLong(in.u32())));
            HybridRecipient reader = HybridRecipient.of(in.raw(HybridRecipient.ENCODED_BYTES));
            HybridRecipient cataloguer = HybridRecipient.of(in.raw(HybridRecipient.ENCODED_BYTES));
            VerifyingKey owner = Signed.demandEnd(in, bytes);
            return new VaultConfig(vaultId, options, reader, cataloguer, owner, Hashes.sha256(bytes));
        } catch (MalformedException | IllegalArgumentException e) {
            throw ObjectKind.CONFIG.damaged(NAME, e);
        }
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof VaultConfig that && Arrays.equals(digest, that.digest);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(digest);
    }

    @Override
    public String toString() {
        return "VaultConfig[" + options + "]";
    }
}
