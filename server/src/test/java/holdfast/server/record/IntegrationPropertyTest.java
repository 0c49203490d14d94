package holdfast.server.record;

import static org.assertj.core.api.Assertions.assertThat;

import holdfast.ledger.LedgerVerifier;
import holdfast.server.testing.HoldfastTest;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.TransactionStatus;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Acts, acts rolled back, integration, integration that dies between tiles and database, and the ledger opened anew, in
 * random order: every act that was committed is in the ledger once, and nothing else is.
 */
@HoldfastTest
class IntegrationPropertyTest {
    private final Recorder recorder;
    private final LedgerBook book;
    private final EntryStore store;
    private final LedgerHome home;
    private final WitnessRound witnesses;
    private final JdbcClient jdbc;
    private final PlatformTransactionManager manager;
    private final Ref ref = new Ref("story", UUID.randomUUID().toString());

    IntegrationPropertyTest(
            Recorder recorder,
            LedgerBook book,
            EntryStore store,
            LedgerHome home,
            WitnessRound witnesses,
            JdbcClient jdbc,
            PlatformTransactionManager manager) {
        this.recorder = recorder;
        this.book = book;
        this.store = store;
        this.home = home;
        this.witnesses = witnesses;
        this.jdbc = jdbc;
        this.manager = manager;
    }

    private static final class Died extends RuntimeException {}

    /** The process dies instead of committing: what it did in the database is gone, what it did on disk is not. */
    private record DyingManager(PlatformTransactionManager real) implements PlatformTransactionManager {
        @Override
        public TransactionStatus getTransaction(@Nullable TransactionDefinition definition) {
            return real.getTransaction(definition);
        }

        @Override
        public void commit(TransactionStatus status) {
            real.rollback(status);
            throw new Died();
        }

        @Override
        public void rollback(TransactionStatus status) {
            real.rollback(status);
        }
    }

    @Test
    void everyCommittedActIsInTheLedgerOnceWhateverDies() throws Exception {
        long seed = new Random().nextLong();
        Random random = new Random(seed);
        List<EntryId> committed = new ArrayList<>();
        Integrator dying = new Integrator(store, home, witnesses, jdbc, new DyingManager(manager));
        for (int step = 0; step < 80; step++) {
            switch (random.nextInt(6)) {
                case 0, 1 -> committed.addAll(act(1 + random.nextInt(40), false));
                case 2 -> act(1 + random.nextInt(5), true);
                case 3 -> book.integrate();
                case 4 -> die(dying);
                default -> home.failed();
            }
        }
        book.integrate();
        List<Entry> entries = book.about(ref);
        assertThat(entries).as("seed %d", seed).extracting(Entry::id).containsExactlyInAnyOrderElementsOf(committed);
        HashSet<Long> indexes = new HashSet<>();
        for (Entry entry : entries) {
            long index = entry.index().orElseThrow();
            assertThat(indexes.add(index)).as("seed %d, index %d", seed, index).isTrue();
            assertThat(home.log().entriesFrom(index).getFirst())
                    .as("seed %d, index %d", seed, index)
                    .isEqualTo(book.bytes(entry.id()).orElseThrow());
        }
        assertThat(LedgerVerifier.verify(home.folder()).breaks())
                .as("seed %d", seed)
                .isEmpty();
        assertThat(home.log().checkpoint().size()).as("seed %d", seed).isEqualTo(store.integrated());
    }

    private List<EntryId> act(int count, boolean rolledBack) {
        return Objects.requireNonNull(new TransactionTemplate(manager).execute(status -> {
            List<EntryId> ids = new ArrayList<>();
            for (int i = 0; i < count; i++) {
                ids.add(recorder.record(ActorId.SYSTEM, "story.told", Map.of("line", i), ref));
            }
            if (rolledBack) {
                status.setRollbackOnly();
            }
            return ids;
        }));
    }

    private static void die(Integrator dying) {
        try {
            dying.integrate();
        } catch (Died e) {
            // As told to.
        }
    }
}
