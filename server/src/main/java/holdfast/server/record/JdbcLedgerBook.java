package holdfast.server.record;

import holdfast.ledger.Checkpoint;
import holdfast.ledger.FolderDisk;
import holdfast.ledger.FormatException;
import holdfast.ledger.SignedNote;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Service;

/** Reads entries from the database and proofs from the tiles. */
@Service
class JdbcLedgerBook implements LedgerBook {
    private final EntryStore store;
    private final LedgerHome home;
    private final Integrator integrator;
    private final WitnessRound witnesses;
    private final InstantSource clock;

    JdbcLedgerBook(
            EntryStore store, LedgerHome home, Integrator integrator, WitnessRound witnesses, InstantSource clock) {
        this.store = store;
        this.home = home;
        this.integrator = integrator;
        this.witnesses = witnesses;
        this.clock = clock;
    }

    @Override
    public List<Entry> about(Ref ref) {
        return entries(store.about(ref));
    }

    @Override
    public Optional<Entry> entry(EntryId id) {
        long witnessed = witnessed();
        return store.find(id).map(row -> row.entry(witnessed));
    }

    @Override
    public List<Entry> page(long beforeIndex, int n) {
        return entries(store.before(beforeIndex, n));
    }

    @Override
    public List<Entry> pending(int n) {
        return entries(store.pending(n));
    }

    private List<Entry> entries(List<EntryStore.Row> rows) {
        long witnessed = witnessed();
        return rows.stream().map(row -> row.entry(witnessed)).toList();
    }

    @Override
    public Status status() {
        long integrated = store.integrated();
        long witnessed = witnessed();
        long window = store.oldestNotBelow(witnessed)
                .map(oldest ->
                        Math.max(0, Duration.between(oldest, clock.instant()).toSeconds()))
                .orElse(0L);
        return new Status(
                integrated + store.pendingCount(),
                integrated,
                Math.min(witnessed, integrated),
                window,
                home.origin(),
                witnesses.states());
    }

    private long witnessed() {
        return home.log().witnessed().map(JdbcLedgerBook::size).orElse(0L);
    }

    private static long size(SignedNote note) {
        try {
            return Checkpoint.parse(note.text()).size();
        } catch (FormatException e) {
            throw new IllegalStateException("the witnessed checkpoint is damaged", e);
        }
    }

    @Override
    public void integrate() {
        integrator.integrate();
    }

    @Override
    public Optional<String> proof(EntryId id) {
        return store.find(id).filter(row -> row.index().isPresent()).map(row -> {
            try {
                return home.log().inclusion(row.index().getAsLong()).encode();
            } catch (IOException e) {
                throw new UncheckedIOException("The proof of entry " + id + " could not be made", e);
            }
        });
    }

    @Override
    public Optional<byte[]> bytes(EntryId id) {
        return store.find(id).map(EntryStore.Row::bytes);
    }

    @Override
    public void export(Path folder) {
        try {
            home.log().export(new FolderDisk(folder));
        } catch (IOException e) {
            throw new UncheckedIOException("The ledger could not be copied to " + folder, e);
        }
    }
}
