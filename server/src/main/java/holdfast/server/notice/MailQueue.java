package holdfast.server.notice;

import java.util.Arrays;

/** The ids of mails that wait, dealt out in small units. Thread-safe. */
final class MailQueue {
    /**
     * How many are marked and settled in one commit of the database. All of a unit are in doubt if the sender dies in it:
     * larger is faster, smaller leaves less to settle.
     */
    static final int UNIT = 25;

    private final long[] ids;
    private final Throttle throttle;
    private int next;

    MailQueue(long[] ids, Throttle throttle) {
        this.ids = ids;
        this.throttle = throttle;
    }

    /** The next unit; empty when there is none. */
    synchronized long[] take() {
        int from = next;
        next = Math.min(ids.length, next + UNIT);
        return Arrays.copyOfRange(ids, from, next);
    }

    Throttle throttle() {
        return throttle;
    }
}
