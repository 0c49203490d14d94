package holdfast.server.notice;

import holdfast.server.access.Forbidden;
import holdfast.server.access.Permits;
import holdfast.server.access.Role;
import holdfast.server.delivery.MailRoute;
import holdfast.server.incident.Incident;
import holdfast.server.incident.IncidentId;
import holdfast.server.incident.Incidents;
import holdfast.server.platform.Invalid;
import holdfast.server.platform.NotNow;
import holdfast.server.record.ActorId;
import holdfast.server.record.Recorder;
import holdfast.server.vaulting.VaultReader;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

@Service
@Transactional
class NoticeService implements Notices {
    private final NoticePlanner planner;
    private final BatchStore batches;
    private final MessageStore messages;
    private final BatchCloser closer;
    private final ContactsKeeper contacts;
    private final SenderProcess sender;
    private final Completeness completeness;
    private final Incidents incidents;
    private final Permits permits;
    private final Recorder recorder;
    private final InstantSource clock;

    NoticeService(
            NoticePlanner planner,
            BatchStore batches,
            MessageStore messages,
            BatchCloser closer,
            ContactsKeeper contacts,
            SenderProcess sender,
            Completeness completeness,
            Incidents incidents,
            Permits permits,
            Recorder recorder,
            InstantSource clock) {
        this.planner = planner;
        this.batches = batches;
        this.messages = messages;
        this.closer = closer;
        this.contacts = contacts;
        this.sender = sender;
        this.completeness = completeness;
        this.incidents = incidents;
        this.permits = permits;
        this.recorder = recorder;
        this.clock = clock;
    }

    @Override
    public BatchPlan plan(IncidentId id, VaultReader key, ActorId by) {
        permits.demand(by, Role.DPO);
        Incident incident = incidents.incident(id);
        if (incident.stage() == Incident.Stage.SUSPECTED) {
            throw new NotNow("refused.notices-plan-suspected", id);
        }
        BatchPlan plan = planner.plan(incident, key, by);
        recorder.record(
                by,
                "notice.planned",
                Map.of(
                        "persons", plan.persons(),
                        "already", plan.alreadyNotified(),
                        "unreachable", plan.unreachable(),
                        "batches",
                                plan.batches().stream().map(b -> b.id().value()).toList()),
                id.ref());
        return plan;
    }

    @Override
    @Transactional(readOnly = true)
    public List<Batch> batches(IncidentId incident) {
        return batches.batches(incident);
    }

    @Override
    @Transactional(readOnly = true)
    public String preview(BatchId batch) {
        return batches.wording(batch).mail("CHAN Tai Man 陳大文", "0000-0000-0000");
    }

    @Override
    public void approve(BatchId id, ActorId other) {
        permits.demand(other, Role.HEAD, Role.MANAGER);
        Batch batch = batches.batch(id);
        if (batch.planner().equals(other)) {
            throw new Forbidden("refused.batch-second");
        }
        if (batch.state() != Batch.State.PLANNED) {
            throw new NotNow("refused.batch-approved", id);
        }
        batches.approve(id, other, clock.instant());
        recorder.record(
                other,
                "notice.approved",
                Map.of(
                        "batch", id.value(),
                        "notices", batch.notices(),
                        "wording",
                                MailWorker.sha256(
                                        batches.wording(id).json().getBytes(java.nio.charset.StandardCharsets.UTF_8))),
                id.ref(),
                batch.incident().ref());
    }

    @Override
    @Transactional(propagation = org.springframework.transaction.annotation.Propagation.NOT_SUPPORTED)
    public SenderRun start(IncidentId id, MailRoute route, int perSecond, ActorId by) {
        permits.demand(by, Role.DPO);
        return sender.start(id, route, perSecond, by);
    }

    @Override
    @Transactional(readOnly = true)
    public Progress progress(IncidentId id) {
        return sender.progress(id, () -> batches.states(id));
    }

    @Override
    @Transactional(readOnly = true)
    public List<Doubt> inDoubt(IncidentId id) {
        return messages.inDoubt(id);
    }

    @Override
    public Settlement settleInDoubt(IncidentId id, Predicate<String> accepted, String record, ActorId by) {
        permits.demand(by, Role.DPO);
        demandNoSender(id);
        long yes = 0;
        long no = 0;
        for (Doubt doubt : messages.inDoubt(id)) {
            boolean taken = accepted.test(doubt.messageId());
            messages.settle(id, doubt.messageId(), taken, "by the receiver's record: " + record, clock.instant());
            yes += taken ? 1 : 0;
            no += taken ? 0 : 1;
        }
        recorder.record(
                by, "notice.doubts-settled", Map.of("accepted", yes, "notAccepted", no, "record", record), id.ref());
        closer.close(id);
        return new Settlement(yes, no);
    }

    @Override
    public void settleInDoubt(IncidentId id, String messageId, boolean accepted, String basis, ActorId by) {
        permits.demand(by, Role.DPO);
        if (basis.isBlank()) {
            throw new Invalid("refused.basis-missing");
        }
        if (!messages.settle(id, messageId, accepted, basis, clock.instant())) {
            throw new NotNow("refused.not-in-doubt", messageId);
        }
        recorder.record(
                by,
                "notice.doubt-settled",
                Map.of("message", messageId, "accepted", accepted, "basis", basis),
                id.ref());
        closer.close(id);
    }

    private void demandNoSender(IncidentId id) {
        if (sender.running(id).isPresent()) {
            throw new NotNow("refused.sender-alive-settle", id);
        }
    }

    @Override
    @Transactional(readOnly = true)
    public CompletenessProof prove(IncidentId id) {
        return completeness.prove(incidents.incident(id));
    }

    @Override
    public void bounced(IncidentId id, String messageId, String reason, ActorId by) {
        permits.demand(by, Role.DPO, Role.OPERATOR);
        BatchId batch = messages.bounced(id, messageId, reason)
                .orElseThrow(() -> new NotNow("refused.not-accepted", id, messageId));
        recorder.record(by, "notice.bounced", Map.of("message", messageId, "reason", reason), id.ref());
        // The batch's digest covers the states: it is closed again with the new one.
        batches.reopen(batch);
        contacts.reopened(batch);
        closer.close(id);
    }

    @Override
    public long forgetContacts(IncidentId id, ActorId by) {
        permits.demand(by, Role.DPO);
        return contacts.forgetNow(id, by);
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<SenderRun> running(IncidentId id) {
        return sender.running(id);
    }
}
