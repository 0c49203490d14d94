package holdfast.server.incident;

import holdfast.server.access.Permits;
import holdfast.server.access.Role;
import holdfast.server.platform.Invalid;
import holdfast.server.platform.NotNow;
import holdfast.server.platform.Phrases;
import holdfast.server.record.ActorId;
import holdfast.server.record.Recorder;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

@Service
@Transactional
class AssessmentService implements Assessments {
    private final AssessmentStore store;
    private final IncidentStore incidents;
    private final EvidenceReader evidence;
    private final Permits permits;
    private final Recorder recorder;
    private final InstantSource clock;

    AssessmentService(
            AssessmentStore store,
            IncidentStore incidents,
            EvidenceReader evidence,
            Permits permits,
            Recorder recorder,
            InstantSource clock) {
        this.store = store;
        this.incidents = incidents;
        this.evidence = evidence;
        this.permits = permits;
        this.recorder = recorder;
        this.clock = clock;
    }

    @Override
    public Assessment draft(IncidentId id, ActorId by) {
        permits.demand(by, Role.DPO, Role.MANAGER);
        EvidenceReader.Evidence now = evidence.read(incidents.incident(id));
        EvidenceWords words = new EvidenceWords(now);
        store.insert(
                id,
                clock.instant(),
                new AssessmentStore.Content(words.findings(), now.keys().cannotSee(), words.conclusion()),
                now.digest());
        recorder.record(
                by,
                "assessment.drafted",
                Map.of("since", now.since(), "uses", now.keys().uses(), "evidence", now.digest()),
                id.ref());
        return newest(id).orElseThrow();
    }

    @Override
    public Assessment sign(IncidentId id, Duration valid, ActorId by) {
        permits.demand(by, Role.DPO);
        AssessmentStore.Stored draft = store.newest(id).orElseThrow(() -> new NotNow("refused.assessment-none", id));
        if (draft.assessment().signedBy().isPresent()) {
            throw new NotNow("refused.assessment-signed");
        }
        if (valid.isNegative() || valid.isZero() || valid.compareTo(Duration.ofDays(90)) > 0) {
            throw new Invalid("refused.assessment-days");
        }
        EvidenceReader.Evidence now = evidence.read(incidents.incident(id));
        if (!now.digest().equals(draft.evidence())) {
            throw new NotNow("refused.evidence-changed");
        }
        Instant at = clock.instant();
        store.sign(draft.assessment().id(), by, at, at.plus(valid));
        recorder.record(
                by,
                "assessment.signed",
                Map.of(
                        "conclusion",
                                Phrases.english(ZoneOffset.UTC)
                                        .say(draft.assessment().conclusion()),
                        "uses", now.keys().uses(),
                        "evidence", now.digest(),
                        "expires", at.plus(valid)),
                id.ref());
        return newest(id).orElseThrow();
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<Assessment> newest(IncidentId id) {
        return store.newest(id).map(stored -> {
            Assessment found = stored.assessment();
            boolean changed = found.lapsed().isEmpty()
                    && !evidence.read(incidents.incident(id)).digest().equals(stored.evidence());
            return changed ? lapsed(found, "evidence-changed") : found;
        });
    }

    /** What it rested on is no longer so. Called when something happens; joins the transaction. */
    void lapse(IncidentId id, String why) {
        store.lapse(id, why);
    }

    private static Assessment lapsed(Assessment a, String why) {
        return new Assessment(
                a.id(),
                a.incident(),
                a.countedAt(),
                a.findings(),
                a.cannotSee(),
                a.conclusion(),
                a.signedBy(),
                a.signedAt(),
                a.expiresAt(),
                why);
    }
}
