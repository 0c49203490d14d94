package holdfast.server.record;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Reads the record, and says how far it is proved. Safe for use by many threads. */
public interface LedgerBook {
    /** Every entry about this, the oldest first. */
    List<Entry> about(Ref ref);

    /** The entry of this id. */
    Optional<Entry> entry(EntryId id);

    /**
     * A page of integrated entries, the newest first: those with an index below {@code beforeIndex}.
     *
     * @param beforeIndex {@link Long#MAX_VALUE} for the newest
     */
    List<Entry> page(long beforeIndex, int n);

    /** Entries committed but not yet integrated, the oldest first. */
    List<Entry> pending(int n);

    Status status();

    /**
     * Integrates all that is committed and asks the witnesses, now. Also runs by itself every second and after
     * each commit. Does not throw when a witness cannot be reached: {@link #status} shows it.
     */
    void integrate();

    /**
     * A proof that anybody can check offline with the public keys: a C2SP tlog-proof (index, inclusion hashes,
     * signed and cosigned checkpoint). Empty while the entry is pending.
     */
    Optional<String> proof(EntryId id);

    /** The exact bytes that the ledger holds for an entry: its leaf hash is SHA-256(0x00 || bytes). */
    Optional<byte[]> bytes(EntryId id);

    /**
     * Writes a copy of the ledger for an auditor: tiles, entries, checkpoints and public keys, all that
     * {@code holdfast ledger verify} needs.
     *
     * @param folder does not exist yet, or is empty
     */
    void export(Path folder);
}
