package holdfast.server.record;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import holdfast.ledger.NoteKey;
import holdfast.ledger.TlogProof;
import holdfast.server.testing.HoldfastTest;
import holdfast.server.testing.SettableClock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.IllegalTransactionStateException;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

@HoldfastTest
class RecordTest {
    private final Recorder recorder;
    private final LedgerBook book;
    private final Witnesses witnesses;
    private final JdbcClient jdbc;
    private final TransactionTemplate transactions;
    private final SettableClock clock;
    private final Ref ref = new Ref("cartridge", UUID.randomUUID().toString());

    RecordTest(
            Recorder recorder,
            LedgerBook book,
            Witnesses witnesses,
            JdbcClient jdbc,
            PlatformTransactionManager transactions,
            SettableClock clock) {
        this.recorder = recorder;
        this.book = book;
        this.witnesses = witnesses;
        this.jdbc = jdbc;
        this.transactions = new TransactionTemplate(transactions);
        this.clock = clock;
    }

    private EntryId record(String act) {
        EntryId id = transactions.execute(
                _ -> recorder.record(ActorId.SYSTEM, act, Map.of("bytes", 7L, "seal", "S-1"), ref, ref));
        return Objects.requireNonNull(id);
    }

    @Test
    void anActIsRecordedWithItsTransactionOrNotAtAll() {
        transactions.executeWithoutResult(status -> {
            recorder.record(ActorId.SYSTEM, "cartridge.written", Map.of(), ref);
            status.setRollbackOnly();
        });
        assertThat(book.about(ref)).isEmpty();
        assertThatThrownBy(() -> recorder.record(ActorId.SYSTEM, "cartridge.written", Map.of(), ref))
                .isInstanceOf(IllegalTransactionStateException.class);
    }

    @Test
    void anEntryIsPendingThenIntegratedAndItsProofVerifiesOffline() throws Exception {
        EntryId id = record("cartridge.written");
        assertThat(book.about(ref)).singleElement().satisfies(entry -> {
            assertThat(entry.proof()).isEqualTo(Proof.PENDING);
            assertThat(entry.facts()).isEqualTo(Map.of("bytes", 7L, "seal", "S-1"));
            assertThat(entry.at()).isEqualTo(clock.instant());
        });
        assertThat(book.proof(id)).isEmpty();
        book.integrate();
        Entry entry = book.entry(id).orElseThrow();
        assertThat(entry.proof()).isEqualTo(Proof.INTEGRATED);
        assertThat(book.page(entry.index().getAsLong() + 1, 1)).containsExactly(entry);
        TlogProof proof = TlogProof.parse(book.proof(id).orElseThrow());
        NoteKey key = NoteKey.parse(witnesses.ledgerKey());
        assertThat(proof.proves(book.bytes(id).orElseThrow(), List.of(key))).isTrue();
    }

    @Test
    void theOpenWindowIsTheAgeOfTheOldestEntryThatNobodyWitnessed() {
        record("cartridge.written");
        clock.advance(Duration.ofSeconds(90));
        assertThat(book.status().openWindowSeconds()).isGreaterThanOrEqualTo(90);
    }

    @Test
    void whatTheDatabaseForgotIsReadBackFromTheTiles() {
        EntryId kept = record("cartridge.written");
        EntryId lost = record("cartridge.moved");
        book.integrate();
        Entry before = book.entry(lost).orElseThrow();
        // As after a database put back to an older state: one row gone, one without its index.
        transactions.executeWithoutResult(_ -> {
            jdbc.sql("alter table record_entry disable trigger record_entry_is_for_ever")
                    .update();
            jdbc.sql("delete from record_about where entry = ?")
                    .param(lost.value())
                    .update();
            jdbc.sql("delete from record_entry where id = ?")
                    .param(lost.value())
                    .update();
            jdbc.sql("update record_entry set idx = null where id = ?")
                    .param(kept.value())
                    .update();
            jdbc.sql("alter table record_entry enable trigger record_entry_is_for_ever")
                    .update();
        });
        book.integrate();
        assertThat(book.entry(lost)).contains(before);
        assertThat(book.about(ref)).extracting(Entry::id).containsExactly(kept, lost);
    }

    @Test
    void anEntryCanNeitherBeChangedNorDeleted() {
        EntryId id = record("cartridge.written");
        assertThatThrownBy(() -> jdbc.sql("delete from record_entry where id = ?")
                        .param(id.value())
                        .update())
                .hasMessageContaining("neither be changed nor deleted");
        assertThatThrownBy(() -> jdbc.sql("update record_entry set bytes = '' where id = ?")
                        .param(id.value())
                        .update())
                .hasMessageContaining("neither be changed nor deleted");
    }
}
