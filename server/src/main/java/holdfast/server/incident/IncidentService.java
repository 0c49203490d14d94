package holdfast.server.incident;

import holdfast.server.access.Permits;
import holdfast.server.access.Role;
import holdfast.server.custody.ConsignmentId;
import holdfast.server.custody.Consignments;
import holdfast.server.keys.CartridgeKeys;
import holdfast.server.keys.KeyStanding;
import holdfast.server.media.Cartridges;
import holdfast.server.place.SiteId;
import holdfast.server.platform.Invalid;
import holdfast.server.platform.NotNow;
import holdfast.server.platform.Phrase;
import holdfast.server.record.ActorId;
import holdfast.server.record.Recorder;
import holdfast.server.record.Ref;
import holdfast.tape.Barcode;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

@Service
@Transactional
class IncidentService implements Incidents {
    private final IncidentFiles files;
    private final IncidentStore store;
    private final FollowUpStore followUps;
    private final OpenedByTheClock consequences;
    private final FoundAgain foundAgain;
    private final OnsetFinder onset;
    private final ClockDesk clockDesk;
    private final Timelines timelines;
    private final Consignments consignments;
    private final Cartridges cartridges;
    private final CartridgeKeys keys;
    private final Permits permits;
    private final Recorder recorder;
    private final InstantSource clock;

    IncidentService(
            IncidentFiles files,
            IncidentStore store,
            FollowUpStore followUps,
            OpenedByTheClock consequences,
            FoundAgain foundAgain,
            OnsetFinder onset,
            ClockDesk clockDesk,
            Timelines timelines,
            Consignments consignments,
            Cartridges cartridges,
            CartridgeKeys keys,
            Permits permits,
            Recorder recorder,
            InstantSource clock) {
        this.files = files;
        this.store = store;
        this.followUps = followUps;
        this.consequences = consequences;
        this.foundAgain = foundAgain;
        this.onset = onset;
        this.clockDesk = clockDesk;
        this.timelines = timelines;
        this.consignments = consignments;
        this.cartridges = cartridges;
        this.keys = keys;
        this.permits = permits;
        this.recorder = recorder;
        this.clock = clock;
    }

    @Override
    public IncidentId open(String title, Ref about, Set<Barcode> missing, String how, ActorId by) {
        permits.demand(by);
        Words.demand(title, "part.title");
        Words.demand(how, "part.how-noticed");
        Optional<Incident> already = store.openAbout(about);
        if (already.isPresent()) {
            throw new NotNow("refused.incident-open", already.get().id(), about);
        }
        IncidentId id = files.open(Phrase.asItIs(title), about, missing, Phrase.asItIs(how), by);
        files.mark(id, Mark.SUSPICION, clock.instant(), Phrase.asItIs(how), by);
        onset.propose(store.incident(id))
                .ifPresent(window -> files.mark(id, Mark.ONSET, window.from(), window.basis(), ActorId.SYSTEM));
        clockDesk.align(id);
        return id;
    }

    @Override
    @Transactional(readOnly = true)
    public Incident incident(IncidentId id) {
        return store.incident(id);
    }

    @Override
    @Transactional(readOnly = true)
    public List<Incident> all() {
        return store.all();
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<Incident> about(Ref about) {
        return store.openAbout(about);
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<OnsetWindow> proposeOnset(IncidentId id) {
        return onset.propose(store.incident(id));
    }

    @Override
    public void mark(IncidentId id, Mark mark, Instant at, String basis, ActorId by) {
        permits.demand(by, Role.DPO, Role.MANAGER, Role.HEAD);
        Words.demand(basis, "part.basis");
        Incident incident = store.incident(id);
        if (at.isAfter(clock.instant())) {
            throw new Invalid("refused.mark-ahead", Phrase.of("mark-word." + mark.name()));
        }
        demandOrder(incident, mark, at);
        files.mark(id, mark, at, Phrase.asItIs(basis), by);
        clockDesk.align(id);
    }

    /** Nobody suspects before it began, and nobody is sure before somebody suspected. */
    private static void demandOrder(Incident incident, Mark mark, Instant at) {
        if (mark == Mark.AWARENESS
                && incident.at(Mark.SUSPICION).filter(at::isBefore).isPresent()) {
            throw new Invalid("refused.awareness-first");
        }
        if (mark == Mark.ONSET
                && incident.at(Mark.SUSPICION).filter(at::isAfter).isPresent()) {
            throw new Invalid("refused.onset-after");
        }
    }

    @Override
    public List<KeyStanding> quarantineKeys(IncidentId id, String reason, ActorId by) {
        permits.demand(by, Role.DPO, Role.MANAGER, Role.HEAD, Role.KEY_HOLDER);
        Words.demand(reason, "part.reason");
        Incident incident = store.incident(id);
        List<KeyStanding> standings = keys.quarantine(incident.barcodes(), reason + " (incident " + id + ")", by);
        recorder.record(
                by,
                "incident.keys-quarantined",
                Map.of("cartridges", IncidentFiles.names(incident.barcodes()), "reason", reason),
                id.ref());
        return standings;
    }

    @Override
    public void confirmLoss(IncidentId id, Set<Barcode> lost, String basis, ActorId by) {
        permits.demand(by, Role.HEAD);
        Words.demand(basis, "part.basis");
        Incident incident = store.incident(id);
        if (lost.isEmpty() || !incident.barcodes().containsAll(lost)) {
            throw new Invalid("refused.name-of-incident", id, IncidentFiles.names(incident.barcodes()));
        }
        recorder.record(
                by,
                "incident.loss-confirmed",
                Map.of("cartridges", IncidentFiles.names(lost), "basis", basis),
                IncidentFiles.refs(id, incident.about(), lost));
        if (incident.about().kind().equals("consignment")) {
            // Custody answers with LossConfirmed, in this transaction; the rest follows from that.
            consignments.confirmLost(new ConsignmentId(incident.about().id()), lost, basis, by);
        } else {
            cartridges.lost(lost, id.ref(), by);
            consequences.lost(id, lost, basis, by, clock.instant());
        }
    }

    @Override
    public void found(IncidentId id, Set<Barcode> again, SiteId at, String circumstances, ActorId by) {
        foundAgain.found(store.incident(id), again, at, circumstances, by);
    }

    @Override
    public void answer(IncidentId id, Condition condition, boolean holds, String reason, ActorId by) {
        permits.demand(by, Role.DPO, Role.MANAGER, Role.HEAD);
        Words.demand(reason, "part.reason");
        if (!condition.judged()) {
            throw new Invalid("refused.from-record", condition);
        }
        followUps.judge(id, condition, holds, reason, by, clock.instant());
        recorder.record(
                by, "incident.judged", Map.of("condition", condition, "holds", holds, "reason", reason), id.ref());
        clockDesk.align(id);
    }

    @Override
    @Transactional(readOnly = true)
    public List<Judgement> judgements(IncidentId id) {
        return followUps.judged(id);
    }

    @Override
    public void waive(IncidentId id, String ruleId, String reason, ActorId head) {
        permits.demand(head, Role.HEAD);
        Words.demand(reason, "part.reason");
        Rule rule = clockDesk.rule(ruleId);
        if (rule.waiver().isEmpty()) {
            throw new Invalid("refused.not-waivable", rule.whatSaid(), rule.toSaid());
        }
        followUps.waive(id, ruleId, reason, head, clock.instant());
        recorder.record(head, "incident.report-waived", Map.of("rule", ruleId, "reason", reason), id.ref());
        clockDesk.align(id);
    }

    @Override
    public void resolve(IncidentId id, String reason, ActorId by) {
        permits.demand(by, Role.DPO, Role.HEAD);
        Words.demand(reason, "part.reason");
        files.mark(id, Mark.RESOLVED, clock.instant(), Phrase.asItIs(reason), by);
        clockDesk.align(id);
        store.stage(id, Incident.Stage.RESOLVED);
        recorder.record(by, "incident.resolved", Map.of("reason", reason), id.ref());
    }

    @Override
    @Transactional(readOnly = true)
    public List<Clock> clocks(IncidentId id) {
        return clockDesk.clocks(id);
    }

    @Override
    public void logContact(IncidentId id, Contacted contacted, ActorId by) {
        permits.demand(by, Role.DPO, Role.MANAGER, Role.HEAD);
        Words.demand(contacted.party(), "part.party");
        HkidGuard.refuse(contacted.said());
        followUps.contacted(id, contacted, by);
        recorder.record(
                by,
                "incident.contact-logged",
                Map.of(
                        "party", contacted.party(),
                        "rule", contacted.ruleId(),
                        "channel", contacted.channel(),
                        "at", contacted.at(),
                        "reference", contacted.reference()),
                id.ref());
        if (contacted.outside()) {
            files.markOnce(id, Mark.FIRST_REPORT, contacted.at(), Phrase.of("basis.told", contacted.party()), by);
        }
        clockDesk.align(id);
    }

    @Override
    @Transactional(readOnly = true)
    public List<Contacted> contacts(IncidentId id) {
        return followUps.contacts(id);
    }

    @Override
    @Transactional(readOnly = true)
    public List<TimelineLine> timeline(IncidentId id) {
        return timelines.of(store.incident(id));
    }
}
