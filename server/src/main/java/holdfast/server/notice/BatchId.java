package holdfast.server.notice;

import holdfast.server.record.Ref;

/** The number of a batch of notices. */
public record BatchId(long value) {
    /** What ledger entries about it refer to. */
    public Ref ref() {
        return new Ref("batch", Long.toString(value));
    }

    @Override
    public String toString() {
        return Long.toString(value);
    }
}
