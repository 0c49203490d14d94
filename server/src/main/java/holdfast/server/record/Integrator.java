package holdfast.server.record;

import holdfast.ledger.Checkpoint;
import holdfast.ledger.Log;
import holdfast.server.platform.Beat;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.locks.ReentrantLock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Gives committed entries their index by appending them to the tiles, then notes the index in the database. A
 * crash between the two loses nothing: the next round reads from the tiles what the database does not know yet.
 *
 * <p>One round at a time: a lock in this process, an advisory lock in the database between processes.
 */
@Service
class Integrator implements Beat {
    private static final Logger log = LoggerFactory.getLogger(Integrator.class);
    private static final int BATCH = 4096;
    /** Any number that nobody else locks. */
    private static final long ADVISORY_LOCK = 0x486f_6c64_4c65_6467L;

    private final EntryStore store;
    private final LedgerHome home;
    private final WitnessRound witnesses;
    private final JdbcClient jdbc;
    private final TransactionTemplate transactions;
    private final ReentrantLock lock = new ReentrantLock();

    Integrator(
            EntryStore store,
            LedgerHome home,
            WitnessRound witnesses,
            JdbcClient jdbc,
            PlatformTransactionManager transactions) {
        this.store = store;
        this.home = home;
        this.witnesses = witnesses;
        this.jdbc = jdbc;
        this.transactions = new TransactionTemplate(transactions);
    }

    @Override
    public String name() {
        return "ledger integration";
    }

    @Override
    public void beat() {
        integrate();
    }

    /** Integrates all that is committed, then asks the witnesses. Waits for a round that is under way. */
    void integrate() {
        lock.lock();
        try {
            while (Boolean.TRUE.equals(transactions.execute(_ -> round()))) {
                // There may be more than one batch.
            }
            witnesses.ask();
        } finally {
            lock.unlock();
        }
    }

    /** One batch; true if there may be more. */
    private boolean round() {
        jdbc.sql("select pg_advisory_xact_lock(?)")
                .param(ADVISORY_LOCK)
                .query((_, _) -> 0)
                .single();
        try {
            Log ledger = home.log();
            catchUp(ledger);
            List<EntryStore.Row> pending = store.pending(BATCH);
            if (pending.isEmpty()) {
                return false;
            }
            long first = ledger.checkpoint().size();
            ledger.append(pending.stream().map(EntryStore.Row::bytes).toList());
            store.setIndexes(pending.stream().map(EntryStore.Row::id).toList(), first);
            return pending.size() == BATCH;
        } catch (IOException e) {
            home.failed();
            throw new UncheckedIOException("The ledger in " + home.folder() + " could not be written", e);
        }
    }

    /** Brings the database to what the tiles say. */
    private void catchUp(Log ledger) throws IOException {
        Checkpoint head = ledger.checkpoint();
        long known = store.integrated();
        if (known > head.size()) {
            throw new IllegalStateException("The ledger in " + home.folder() + " holds " + head.size()
                    + " entries, and the database knows of " + known
                    + ": the folder was put back to an older state. Put the newest copy of it in its place.");
        }
        while (known < head.size()) {
            List<byte[]> entries = ledger.entriesFrom(known);
            List<EntryId> ids = entries.stream().map(EntryBytes::id).toList();
            boolean[] missing = store.setIndexes(ids, known);
            restoreMissing(entries, missing, known);
            known += entries.size();
        }
    }

    /** An entry in the tiles without a row: the database was put back to an older state. It happened all the same. */
    private void restoreMissing(List<byte[]> entries, boolean[] missing, long first) {
        List<EntryId> restored = new ArrayList<>();
        for (int i = 0; i < missing.length; i++) {
            if (missing[i]) {
                Entry entry = EntryBytes.decode(entries.get(i), OptionalLong.of(first + i), Proof.INTEGRATED);
                store.insert(entry.id(), entry.at(), entries.get(i), entry.about());
                store.setIndexes(List.of(entry.id()), first + i);
                restored.add(entry.id());
            }
        }
        if (!restored.isEmpty()) {
            log.warn(
                    "{} entries of the ledger were not in the database and were put back from the tiles: {}",
                    restored.size(),
                    restored);
        }
    }
}
