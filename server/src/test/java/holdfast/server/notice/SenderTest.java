package holdfast.server.notice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import holdfast.server.access.Forbidden;
import holdfast.server.access.Language;
import holdfast.server.access.Role;
import holdfast.server.delivery.DrillReceiver;
import holdfast.server.delivery.MailRoute;
import holdfast.server.incident.IncidentId;
import holdfast.server.platform.DataFolder;
import holdfast.server.record.ActorId;
import holdfast.server.testing.HoldfastTest;
import holdfast.server.testing.SettableClock;
import holdfast.server.testing.Staff;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.apache.pdfbox.Loader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** The sender's process, killed at seeded moments, against the receiver's record. */
@HoldfastTest
class SenderTest {
    private static final AtomicInteger NUMBER = new AtomicInteger(900);
    private static final int MAILS = 600;
    private static final int LETTERS = 40;

    private final Notices notices;
    private final AffectedLookup lookup;
    private final BatchStore batches;
    private final NoticeLoader loader;
    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final DataFolder folder;
    private final SettableClock clock;
    private final ActorId dpo;
    private final ActorId head;
    private final IncidentId incident = new IncidentId("2000-" + NUMBER.incrementAndGet());

    @TempDir
    Path mail;

    SenderTest(
            Notices notices,
            AffectedLookup lookup,
            BatchStore batches,
            NoticeLoader loader,
            JdbcClient jdbc,
            PlatformTransactionManager transactions,
            DataFolder folder,
            SettableClock clock,
            Staff staff) {
        this.notices = notices;
        this.lookup = lookup;
        this.batches = batches;
        this.loader = loader;
        this.jdbc = jdbc;
        this.transaction = new TransactionTemplate(transactions);
        this.folder = folder;
        this.clock = clock;
        this.dpo = staff.person(Role.DPO);
        this.head = staff.person(Role.HEAD, Role.DPO);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void aSenderKilledAtAnyMomentSendsNobodyTwiceAndLeavesNobodyOut(long seed) throws Exception {
        planned(Channel.EMAIL, MAILS);
        long at = 1L + new Random(seed).nextInt(MAILS - 50);
        try (DrillReceiver receiver = DrillReceiver.open(mail, 0)) {
            SenderRun first = start(receiver);
            var reached = receiver.withholdFrom(at);
            reached.get(60, TimeUnit.SECONDS);
            first.kill();
            assertThat(first.ended().get(30, TimeUnit.SECONDS))
                    .as("seed " + seed)
                    .isEqualTo(137);
            receiver.release();
            List<Doubt> doubts = notices.inDoubt(incident);
            assertThat(doubts).as("seed " + seed).isNotEmpty().hasSizeLessThanOrEqualTo(3 * MailQueue.UNIT);
            long beforeResume = receiver.count();

            assertThat(start(receiver).ended().get(60, TimeUnit.SECONDS)).isZero();
            assertThat(notices.inDoubt(incident)).as("never sent blindly").hasSameSizeAs(doubts);
            Notices.Settlement settled =
                    notices.settleInDoubt(incident, receiver::accepted, "the test's receiver", dpo);
            assertThat(settled.accepted() + settled.notAccepted()).isEqualTo(doubts.size());
            assertThat(start(receiver).ended().get(60, TimeUnit.SECONDS)).isZero();

            assertThat(receiver.count())
                    .as("seed " + seed + ", killed at " + beforeResume)
                    .isEqualTo(MAILS);
        }
        assertEverybodyOnce(seed);
        assertThat(notices.batches(incident)).allSatisfy(batch -> {
            assertThat(batch.state()).isEqualTo(Batch.State.DONE);
            assertThat(batch.digest()).hasSize(64);
        });
    }

    private void assertEverybodyOnce(long seed) throws Exception {
        Map<String, String> digests = new HashMap<>();
        Set<String> recipients = new HashSet<>();
        for (String line : Files.readAllLines(mail.resolve("messages.tsv"))) {
            String[] parts = line.split("\t", -1);
            assertThat(recipients.add(parts[0]))
                    .as("seed %d: %s twice", seed, parts[0])
                    .isTrue();
            digests.put(parts[1], parts[2]);
        }
        assertThat(recipients).hasSize(MAILS);
        jdbc.sql("select message_id, digest, result from notice_message where incident = ? and digest <> ''")
                .param(incident.value())
                .query(row -> {
                    assertThat(digests).containsEntry(row.getString(1), row.getString(2));
                });
    }

    @Test
    void lettersArePrintedAPageAPersonAndPrintingAgainMakesNoSecondLetter() throws Exception {
        planned(Channel.LETTER, LETTERS);
        try (DrillReceiver receiver = DrillReceiver.open(mail, 0)) {
            assertThat(start(receiver).ended().get(60, TimeUnit.SECONDS)).isZero();
            assertThat(start(receiver).ended().get(60, TimeUnit.SECONDS)).isZero();
            assertThat(receiver.count()).isZero();
        }
        assertThat(notices.progress(incident).printed()).isEqualTo(LETTERS);
        try (Stream<Path> files = Files.list(folder.letters())) {
            List<Path> mine = files.filter(one -> one.getFileName().toString().contains(incident.value()))
                    .toList();
            assertThat(mine).hasSize(1);
            try (var pdf = Loader.loadPDF(mine.getFirst().toFile())) {
                assertThat(pdf.getNumberOfPages()).isEqualTo(LETTERS);
            }
        }
    }

    @Test
    void nobodyApprovesTheirOwnBatchAndNothingUnapprovedIsSent() throws Exception {
        BatchId batch = unapproved(Channel.EMAIL, 5, head);
        assertThatThrownBy(() -> notices.approve(batch, head)).isInstanceOf(Forbidden.class);
        assertThatThrownBy(() -> notices.approve(batch, dpo)).isInstanceOf(Forbidden.class);
        try (DrillReceiver receiver = DrillReceiver.open(mail, 0)) {
            start(receiver).ended().get(60, TimeUnit.SECONDS);
            assertThat(receiver.count()).isZero();
        }
        assertThat(notices.progress(incident).waiting()).isEqualTo(5);
    }

    @Test
    void aPersonWithANoticeCannotBeGivenASecondByTheSameChannel() {
        planned(Channel.EMAIL, 3);
        assertThatThrownBy(() -> planned(Channel.EMAIL, 3)).hasMessageContaining("notice_once");
    }

    @Test
    void aReferenceFromANoticeIsAnsweredAndAnyOtherIsNotAndTooManyMustWait() throws Exception {
        planned(Channel.EMAIL, 2);
        String reference = jdbc.sql("select reference from notice_message where incident = ? limit 1")
                .param(incident.value())
                .query(String.class)
                .single();
        String typed = " " + reference.toLowerCase(java.util.Locale.ROOT).replace("-", " ");
        String from = "address of " + incident;
        assertThat(lookup.ask(typed, Language.EN, from))
                .isInstanceOfSatisfying(
                        AffectedLookup.Answer.Affected.class,
                        yes -> assertThat(yes.paragraphs())
                                .anySatisfy(text -> assertThat(text).contains("2345 6789"))
                                .noneSatisfy(text -> assertThat(text).contains("陳大文")));
        assertThat(lookup.ask("0000-0000-0001", Language.EN, from)).isInstanceOf(AffectedLookup.Answer.Unknown.class);
        assertThat(lookup.ask("' or 1=1", Language.EN, from)).isInstanceOf(AffectedLookup.Answer.Unknown.class);
        for (int i = 0; i < 10; i++) {
            lookup.ask("x", Language.EN, from);
        }
        assertThat(lookup.ask(typed, Language.EN, from)).isInstanceOf(AffectedLookup.Answer.Later.class);
    }

    @Test
    void aMailThatCameBackLeavesItsBatchClosedWithANewDigest() throws Exception {
        planned(Channel.EMAIL, 3);
        try (DrillReceiver receiver = DrillReceiver.open(mail, 0)) {
            assertThat(start(receiver).ended().get(60, TimeUnit.SECONDS)).isZero();
        }
        String before = notices.batches(incident).getFirst().digest();
        String messageId = jdbc.sql("select message_id from notice_message where incident = ? limit 1")
                .param(incident.value())
                .query(String.class)
                .single();
        notices.bounced(incident, messageId, "no such mailbox", dpo);
        assertThat(notices.batches(incident).getFirst()).satisfies(batch -> {
            assertThat(batch.state()).isEqualTo(Batch.State.DONE);
            assertThat(batch.digest()).isNotEqualTo(before);
        });
        assertThat(batches.bounced(incident)).hasSize(1);
    }

    @Test
    void aMailServerThatIsAwayLeavesEverythingWaitingAndNothingInDoubt() throws Exception {
        planned(Channel.EMAIL, 20);
        int port;
        try (DrillReceiver receiver = DrillReceiver.open(mail, 0)) {
            port = receiver.port();
        }
        SenderRun run = notices.start(incident, MailRoute.plain("localhost", port, "dpo@example.org"), 0, dpo);
        assertThat(run.ended().get(60, TimeUnit.SECONDS)).isEqualTo(Sender.SOME_LEFT);
        assertThat(notices.progress(incident).waiting()).isEqualTo(20);
        assertThat(notices.inDoubt(incident)).isEmpty();
    }

    private SenderRun start(DrillReceiver receiver) {
        return notices.start(incident, MailRoute.plain("localhost", receiver.port(), "dpo@example.org"), 0, dpo);
    }

    private void planned(Channel channel, int n) {
        notices.approve(unapproved(channel, n, dpo), head);
    }

    private BatchId unapproved(Channel channel, int n, ActorId planner) {
        List<PlannedNotice> some = new ArrayList<>();
        for (int i = 0; i < n; i++) {
            String person = "%032x".formatted(i + 1);
            String address = channel == Channel.EMAIL ? "p" + i + "@example.org" : "陳大文\n香港灣仔告士打道" + i + "號";
            some.add(new PlannedNotice(person, "creditor", Language.ZH_HANT, channel, "陳大文", address));
        }
        return transaction.execute(_ -> {
            BatchId id = batches.insert(
                    incident,
                    some.getFirst().group(),
                    n,
                    LettersTest.wording(Language.ZH_HANT, "creditor"),
                    planner,
                    clock.instant());
            loader.load(incident, id, some, "example.org");
            return id;
        });
    }
}
