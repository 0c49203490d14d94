package holdfast.vault.pack;

import holdfast.crypto.HybridRecipient;
import holdfast.vault.codec.Decoder;
import holdfast.vault.codec.Encoder;
import holdfast.vault.codec.MalformedException;
import holdfast.vault.model.GroupId;

/** A session's id (16 bytes as two numbers) and its secret as wrapped for the readers or the cataloguers. */
@SuppressWarnings("ArrayRecordComponent") // compared by nobody
public record SessionWrap(long high, long low, byte[] wrapped) {
    static final int BYTES = 16 + HybridRecipient.WRAPPED_BYTES;

    void encode(Encoder out) {
        out.u64(high).u64(low).raw(wrapped);
    }

    static SessionWrap decode(Decoder in) throws MalformedException {
        return new SessionWrap(in.u64(), in.u64(), in.raw(HybridRecipient.WRAPPED_BYTES));
    }

    public boolean isOf(GroupId group) {
        return group.sessionHigh() == high && group.sessionLow() == low;
    }
}
