package holdfast.vault.tree;

import holdfast.crypto.Aead;
import holdfast.crypto.Hkdf;
import holdfast.crypto.HybridIdentity;
import holdfast.crypto.HybridRecipient;
import holdfast.crypto.NotAuthenticException;
import holdfast.crypto.Secret;
import holdfast.crypto.SigningKey;
import holdfast.crypto.VerifyingKey;
import holdfast.storage.ObjectName;
import holdfast.vault.codec.Decoder;
import holdfast.vault.codec.Encoder;
import holdfast.vault.codec.MalformedException;
import holdfast.vault.key.ObjectKind;
import holdfast.vault.key.Signed;
import holdfast.vault.model.Hashes;
import holdfast.vault.model.SnapshotId;
import holdfast.vault.model.VaultException;
import holdfast.vault.pack.OpenState;
import java.io.IOException;
import java.security.SecureRandom;
import java.util.Arrays;

/** A snapshot's bytes: header | wrapped secret | sealed body (blob) | signer, signature. */
public final class SnapshotFile {
    public static final String PREFIX = "snapshots/";
    private static final String PURPOSE = "holdfast snapshot";

    private SnapshotFile() {}

    /** A snapshot's content and who signed it. */
    record Read(SnapshotBody body, VerifyingKey signer) {}

    public static byte[] encode(
            byte[] vaultId, SnapshotBody body, HybridRecipient cataloguer, SigningKey signing, SecureRandom random) {
        Encoder out = ObjectKind.SNAPSHOT.start(vaultId);
        try (Secret secret = Secret.random(random, 32)) {
            out.raw(cataloguer.wrap(secret, PURPOSE, random));
            byte[] header = out.toByteArray();
            out.blob(aead(secret).seal(new byte[Aead.NONCE_BYTES], header, body.encode()));
        }
        return Signed.seal(out, signing);
    }

    /** Puts a snapshot, signed by this vault's key; all that it refers to must be in the store. */
    public static SnapshotId put(OpenState vault, SnapshotBody body) throws IOException {
        byte[] bytes = encode(
                vault.config().vaultId(),
                body,
                vault.config().cataloguer(),
                vault.keys().signing(),
                vault.context().random());
        SnapshotId id = SnapshotId.at(Hashes.sha256(bytes), 0);
        vault.store().put(id.objectName(), bytes);
        return id;
    }

    static Read decode(ObjectName name, byte[] bytes, byte[] vaultId, HybridIdentity cataloguer) throws VaultException {
        Decoder in = ObjectKind.SNAPSHOT.startOf(name, bytes, vaultId);
        try {
            byte[] wrapped = in.raw(HybridRecipient.WRAPPED_BYTES);
            byte[] header = Arrays.copyOf(bytes, in.position());
            byte[] sealed = in.blob();
            VerifyingKey signer = Signed.demandEnd(in, bytes);
            try (Secret secret = cataloguer.unwrap(wrapped, PURPOSE)) {
                byte[] plain = aead(secret).open(new byte[Aead.NONCE_BYTES], header, sealed);
                return new Read(SnapshotBody.decode(plain), signer);
            }
        } catch (MalformedException | NotAuthenticException e) {
            throw ObjectKind.SNAPSHOT.damaged(name, e);
        }
    }

    private static Aead aead(Secret secret) {
        try (Secret key = Hkdf.derive(secret, new byte[0], "holdfast snapshot 1", Aead.KEY_BYTES)) {
            return new Aead(key);
        }
    }
}
