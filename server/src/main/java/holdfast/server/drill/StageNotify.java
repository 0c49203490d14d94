package holdfast.server.drill;

import holdfast.server.delivery.MailRoute;
import holdfast.server.incident.IncidentId;
import holdfast.server.notice.Batch;
import holdfast.server.notice.BatchId;
import holdfast.server.notice.BatchPlan;
import holdfast.server.notice.Channel;
import holdfast.server.notice.CompletenessProof;
import holdfast.server.notice.Doubt;
import holdfast.server.notice.Notices;
import holdfast.server.notice.Progress;
import holdfast.server.notice.SenderRun;
import holdfast.server.vaulting.VaultReader;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

/** Everybody on the lost cartridges is told, by a sender that is killed halfway and resumed. */
final class StageNotify implements Stage {
    private static final Duration TO_READ_AND_APPROVE = Duration.ofMinutes(20);
    private static final int NO_LIMIT = 0;
    private static final int MOST_STARTS = 4;
    private static final long PATIENCE_SECONDS = 300;
    private static final String FROM = "notice@office.invalid";

    @Override
    public String title() {
        return "Telling every person";
    }

    @Override
    public String run(Drill drill) throws Exception {
        Notices notices = drill.service(Notices.class);
        IncidentId incident = StageReport.incident(drill);
        List<Batch> batches = plan(drill, notices, incident);
        Mailbox mailbox = Mailbox.open(drill);
        Killed killed = sendKillAndResume(drill, notices, incident, mailbox, emails(batches));
        CompletenessProof proof = notices.prove(incident);
        Mailbox.Count counted = mailbox.count(drill, proof);
        drill.found()
                .add(new Found.Notices(
                        counted.emails(),
                        counted.letters(),
                        counted.duplicates() + proof.duplicates(),
                        leftOut(proof),
                        proof.inDoubt(),
                        killed.settled(),
                        killed.resumed(),
                        killed.pid(),
                        killed.accepted(),
                        batches.size()));
        drill.found().add(new Found.Told(drill.clock().instant()));
        check(drill, proof, counted, killed);
        checkDoubts(drill.checks(), proof, notices.inDoubt(incident), mailbox.keepsRecord());
        return Words.count(counted.emails(), "e-mail") + ", " + Words.count(counted.letters(), "letter")
                + "; the sender was killed after " + Words.number(killed.accepted()) + " and resumed";
    }

    private static List<Batch> plan(Drill drill, Notices notices, IncidentId incident) throws Exception {
        try (VaultReader key = Keyholders.openReader(drill, "names and addresses for the notices of " + incident)) {
            BatchPlan plan = notices.plan(incident, key, Office.DPO);
            drill.checks()
                    .same(
                            "everybody on the lost cartridges has a notice",
                            drill.found().get(Found.Exposed.class).persons(),
                            plan.persons() + plan.unreachable());
            drill.clock().pass(TO_READ_AND_APPROVE);
            plan.batches().forEach(batch -> notices.approve(batch.id(), Office.HEAD));
            return plan.batches();
        }
    }

    private static long emails(List<Batch> batches) {
        return batches.stream()
                .filter(batch -> batch.channel() == Channel.EMAIL)
                .mapToLong(Batch::notices)
                .sum();
    }

    /** @param accepted by the receiver, when the sender was killed */
    private record Killed(long pid, long accepted, boolean resumed, long settled) {}

    private static Killed sendKillAndResume(
            Drill drill, Notices notices, IncidentId incident, Mailbox mailbox, long emails) throws Exception {
        MailRoute route = mailbox.route(FROM);
        SenderRun first = notices.start(incident, route, NO_LIMIT, Office.DPO);
        long accepted = mailbox.awaitHalfway(notices, incident, emails);
        first.kill();
        first.ended().get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        mailbox.letGo();
        long settled = 0;
        boolean resumed = false;
        for (int start = 1; start <= MOST_STARTS && unfinished(notices.progress(incident)); start++) {
            SenderRun again = notices.start(incident, route, NO_LIMIT, Office.DPO);
            watch(drill, notices, incident, again);
            resumed |= again.pid() != first.pid();
            settled += mailbox.settle(notices, incident);
        }
        return new Killed(first.pid(), accepted, resumed, settled);
    }

    private static boolean unfinished(Progress progress) {
        return progress.waiting() + progress.sending() > 0;
    }

    private static void watch(Drill drill, Notices notices, IncidentId incident, SenderRun run) throws Exception {
        while (!run.ended().isDone()) {
            Progress progress = notices.progress(incident);
            drill.progress().at(progress.settled(), progress.total(), "notices");
            TimeUnit.MILLISECONDS.sleep(100);
        }
        run.ended().get();
    }

    private static void check(Drill drill, CompletenessProof proof, Mailbox.Count counted, Killed killed) {
        Checks checks = drill.checks();
        checks.same("nobody got two notices", 0, counted.duplicates() + proof.duplicates());
        checks.same("nobody was left out", 0, leftOut(proof));
        checks.add(
                "the sender was killed and resumed",
                killed.resumed() && killed.accepted() > 0,
                "process " + killed.pid() + " killed after " + killed.accepted());
    }

    /** A batch is closed, and its digest in the ledger, when nothing in it is in doubt any more. */
    private static void checkDoubts(Checks checks, CompletenessProof proof, List<Doubt> doubts, boolean settled) {
        Set<BatchId> open = doubts.stream().map(Doubt::batch).collect(Collectors.toSet());
        if (settled) {
            checks.same("the receiver's record settled what was in doubt", 0, doubts.size());
        }
        checks.add(
                "each batch's digest stands in the ledger",
                proof.batches().stream().allMatch(batch -> batch.asInLedger() || open.contains(batch.batch())),
                Words.count(proof.batches().size(), "batch"));
    }

    /** Without a notice, and not even listed as in doubt. */
    private static long leftOut(CompletenessProof proof) {
        return proof.missing() - proof.inDoubt();
    }
}
