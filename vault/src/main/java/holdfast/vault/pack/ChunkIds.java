package holdfast.vault.pack;

import holdfast.crypto.HmacSha256;
import holdfast.crypto.Secret;
import holdfast.vault.model.ChunkId;

/** Makes the ids of chunks: HMAC-SHA-256. Thread-safe. */
public final class ChunkIds {
    private final HmacSha256 hmac;

    ChunkIds(Secret key) {
        this.hmac = new HmacSha256(key);
    }

    public ChunkId of(byte[] bytes, int from, int length) {
        return ChunkId.at(hmac.of(bytes, from, length), 0);
    }

    public ChunkId of(byte[] bytes) {
        return of(bytes, 0, bytes.length);
    }
}
