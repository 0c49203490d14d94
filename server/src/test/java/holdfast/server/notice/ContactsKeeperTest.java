package holdfast.server.notice;

import static org.assertj.core.api.Assertions.assertThat;

import holdfast.server.access.Language;
import holdfast.server.access.People;
import holdfast.server.access.Role;
import holdfast.server.incident.IncidentId;
import holdfast.server.record.ActorId;
import holdfast.server.record.Recorder;
import holdfast.server.testing.HoldfastTest;
import holdfast.server.testing.SettableClock;
import holdfast.server.testing.Staff;
import holdfast.server.watch.OpenDue;
import holdfast.server.watch.Watch;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Names and addresses go by themselves, and somebody hears if they should not. */
@HoldfastTest
class ContactsKeeperTest {
    private static final AtomicInteger NUMBER = new AtomicInteger(700);
    private static final Duration KEEP = Duration.ofDays(30);

    private final Notices notices;
    private final BatchStore batches;
    private final BatchCloser closer;
    private final NoticeLoader loader;
    private final JdbcClient jdbc;
    private final Watch watch;
    private final People people;
    private final Recorder recorder;
    private final TransactionTemplate transaction;
    private final SettableClock clock;
    private final ActorId dpo;
    private final IncidentId incident = new IncidentId("2000-" + NUMBER.incrementAndGet());

    ContactsKeeperTest(
            Notices notices,
            BatchStore batches,
            BatchCloser closer,
            NoticeLoader loader,
            JdbcClient jdbc,
            Watch watch,
            People people,
            Recorder recorder,
            PlatformTransactionManager transactions,
            SettableClock clock,
            Staff staff) {
        this.notices = notices;
        this.batches = batches;
        this.closer = closer;
        this.loader = loader;
        this.jdbc = jdbc;
        this.watch = watch;
        this.people = people;
        this.recorder = recorder;
        this.transaction = new TransactionTemplate(transactions);
        this.clock = clock;
        this.dpo = staff.person(Role.DPO);
    }

    private BatchId settled(int mails) {
        List<PlannedNotice> some = java.util.stream.IntStream.range(0, mails)
                .mapToObj(i -> new PlannedNotice(
                        "%032x".formatted(i + 1), "creditor", Language.EN, Channel.EMAIL, "Lee", "p@example.org"))
                .toList();
        return transaction.execute(_ -> {
            BatchId id = batches.insert(
                    incident,
                    some.getFirst().group(),
                    mails,
                    LettersTest.wording(Language.EN, "creditor"),
                    dpo,
                    clock.instant());
            loader.load(incident, id, some, "example.org");
            jdbc.sql("update notice_message set state = 'ACCEPTED' where batch = ?")
                    .param(id.value())
                    .update();
            jdbc.sql("update notice_batch set state = 'APPROVED' where id = ?")
                    .param(id.value())
                    .update();
            closer.close(incident);
            return id;
        });
    }

    private void beatAt(Instant now) {
        ContactsKeeper later = new ContactsKeeper(jdbc, watch, people, recorder, () -> now, KEEP);
        transaction.executeWithoutResult(_ -> later.beat());
    }

    private long contacts() {
        return jdbc.sql("select count(*) from notice_message where incident = ? and address is not null")
                .param(incident.value())
                .query(Long.class)
                .single();
    }

    private List<OpenDue> waits() {
        return watch.open(incident.ref()).stream()
                .filter(due -> due.expectation().what().equals("forgetting"))
                .toList();
    }

    @Test
    void aSettledBatchForgetsItsContactsWhenTheirTimeHasPassedAndNotBefore() {
        BatchId id = settled(3);
        Instant forget = batches.batch(id).forgetAt().orElseThrow();
        assertThat(forget).isEqualTo(clock.instant().plus(KEEP));
        assertThat(waits())
                .singleElement()
                .satisfies(due -> assertThat(due.expectation().due()).isAfter(forget));
        beatAt(forget.minusSeconds(1));
        assertThat(contacts()).isEqualTo(3);
        beatAt(forget.plusSeconds(1));
        assertThat(contacts()).isZero();
        assertThat(waits()).as("nothing rings for what has gone").isEmpty();
        assertThat(batches.batch(id).forgottenAt()).isPresent();
    }

    @Test
    void aMailThatCameBackStartsTheTimeAgain() {
        BatchId id = settled(2);
        String messageId = jdbc.sql("select min(message_id) from notice_message where batch = ?")
                .param(id.value())
                .query(String.class)
                .single();
        clock.advance(Duration.ofMinutes(5));
        notices.bounced(incident, messageId, "no such box", dpo);
        assertThat(batches.batch(id).forgetAt()).contains(clock.instant().plus(KEEP));
        assertThat(waits()).hasSize(1);
    }

    @Test
    void theOfficerMayDeleteThemBeforeTheirTime() {
        settled(2);
        assertThat(notices.forgetContacts(incident, dpo)).isEqualTo(2);
        assertThat(contacts()).isZero();
        assertThat(waits()).isEmpty();
    }
}
