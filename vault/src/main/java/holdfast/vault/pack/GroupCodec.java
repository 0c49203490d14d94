package holdfast.vault.pack;

import com.github.luben.zstd.Zstd;
import com.github.luben.zstd.ZstdException;
import holdfast.crypto.Aead;
import holdfast.crypto.Hkdf;
import holdfast.crypto.NotAuthenticException;
import holdfast.crypto.Secret;
import holdfast.vault.codec.Encoder;
import holdfast.vault.codec.MalformedException;
import holdfast.vault.model.GroupId;
import java.util.Arrays;

/**
 * A group between plain and sealed: compressed with zstd if that saves a thirty-second, then AES-256-GCM under a
 * key of its own (HKDF of the session's secret, the group's number as info), so the nonce is zero. The first
 * byte of the sealed text says whether it is compressed. Vault, kind and group id are authenticated with it; pack
 * and offset are not, so that a group may move. Thread-safe.
 */
public final class GroupCodec {
    private static final int PLAIN = 0;
    private static final int ZSTD = 1;

    private static final ThreadLocal<byte[]> SCRATCH = ThreadLocal.withInitial(() -> new byte[0]);

    private final byte[] vaultId;
    private final int level;

    GroupCodec(byte[] vaultId, int level) {
        this.vaultId = vaultId;
        this.level = level;
    }

    public byte[] seal(PackKind kind, GroupId id, Secret session, byte[] plain, int length) {
        byte[] text = scratch(1 + (int) Zstd.compressBound(length));
        long compressed = Zstd.compressByteArray(text, 1, (int) Zstd.compressBound(length), plain, 0, length, level);
        if (Zstd.isError(compressed)) {
            throw new IllegalStateException("zstd could not compress: " + Zstd.getErrorName(compressed));
        }
        int textLength;
        if (compressed < length - length / 32) {
            text[0] = ZSTD;
            textLength = 1 + (int) compressed;
        } else {
            text[0] = PLAIN;
            System.arraycopy(plain, 0, text, 1, length);
            textLength = 1 + length;
        }
        return sealText(kind, id, session, text, textLength);
    }

    /** Seals the method byte and what follows it, as they are. */
    byte[] sealText(PackKind kind, GroupId id, Secret session, byte[] text, int length) {
        return aead(id, session).seal(new byte[Aead.NONCE_BYTES], about(kind, id), text, 0, length);
    }

    /** Each sealing thread keeps one array: groups are megabytes, and the collector would be busy with them. */
    private static byte[] scratch(int length) {
        byte[] kept = SCRATCH.get();
        if (kept.length < length) {
            kept = new byte[length];
            SCRATCH.set(kept);
        }
        return kept;
    }

    /**
     * Opens the group that lies in a part of an array.
     *
     * @param plainLength what the directory says; anything else is an error
     */
    public byte[] open(
            PackKind kind, GroupId id, Secret session, byte[] bytes, int from, int sealedLength, int plainLength)
            throws NotAuthenticException, MalformedException {
        byte[] text = aead(id, session).open(new byte[Aead.NONCE_BYTES], about(kind, id), bytes, from, sealedLength);
        if (text.length == 0) {
            throw new MalformedException("a group is empty");
        }
        return switch (text[0]) {
            case PLAIN -> demandLength(Arrays.copyOfRange(text, 1, text.length), plainLength);
            case ZSTD -> decompress(text, plainLength);
            default -> throw new MalformedException("a group is compressed in an unknown way");
        };
    }

    private static byte[] decompress(byte[] text, int plainLength) throws MalformedException {
        byte[] plain = new byte[plainLength];
        try {
            long length = Zstd.decompressByteArray(plain, 0, plainLength, text, 1, text.length - 1);
            if (length != plainLength) {
                throw new MalformedException("a group does not decompress to its length");
            }
            return plain;
        } catch (ZstdException e) {
            throw new MalformedException("a group does not decompress: " + e.getMessage());
        }
    }

    private static byte[] demandLength(byte[] plain, int length) throws MalformedException {
        if (plain.length != length) {
            throw new MalformedException("a group has another length than its directory says");
        }
        return plain;
    }

    private static Aead aead(GroupId id, Secret session) {
        byte[] info = new Encoder(32).text("holdfast group 1").u32(id.number()).toByteArray();
        try (Secret key = Hkdf.derive(session, new byte[0], info, Aead.KEY_BYTES)) {
            return new Aead(key);
        }
    }

    private byte[] about(PackKind kind, GroupId id) {
        return new Encoder(48)
                .raw(vaultId)
                .u8(kind.code())
                .u64(id.sessionHigh())
                .u64(id.sessionLow())
                .u32(id.number())
                .toByteArray();
    }
}
