package holdfast.server.record;

import java.util.Map;

/** Records acts. Every service method that changes anything calls it, in the transaction of the change. */
public interface Recorder {
    /**
     * Records that {@code actor} did {@code act}, in the transaction that is under way: if it rolls back, nothing
     * was recorded. The time is that of the application's clock.
     *
     * <p>Never put a secret, or personal data of the persons in a register, into {@code facts}: an entry cannot be
     * deleted.
     *
     * @param act   past tense, dotted: {@code cartridge.written}, {@code handover.released}
     * @param facts by name: strings, booleans, whole numbers, enums, times, durations, UUIDs, id records (written
     *              as their one component), lists, maps and nulls; no floating-point numbers
     * @param about what the entry can be found by
     * @throws org.springframework.transaction.IllegalTransactionStateException if no transaction is under way
     * @throws IllegalArgumentException if a fact is of another type, or the entry would exceed 65 535 bytes
     */
    EntryId record(ActorId actor, String act, Map<String, ?> facts, Ref... about);
}
