package holdfast.server.procedure;

import holdfast.server.access.Permits;
import holdfast.server.access.Role;
import holdfast.server.platform.Invalid;
import holdfast.server.record.ActorId;
import holdfast.server.record.Recorder;
import holdfast.server.record.Ref;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Keeps the versions and judges by the one in force. */
@Service
@Transactional
class ProcedureService implements Procedures {

    private final ProcedureStore store;
    private final Recorder recorder;
    private final Permits permits;
    private final InstantSource clock;

    ProcedureService(ProcedureStore store, Recorder recorder, Permits permits, InstantSource clock) {
        this.store = store;
        this.recorder = recorder;
        this.permits = permits;
        this.clock = clock;
    }

    @Override
    @Transactional(readOnly = true)
    public ProcedureVersion inForce() {
        return inForceAt(clock.instant());
    }

    @Override
    @Transactional(readOnly = true)
    public ProcedureVersion inForceAt(Instant moment) {
        return store.newestSince(moment).orElseGet(BasicProcedure::version);
    }

    @Override
    @Transactional(readOnly = true)
    public List<ProcedureVersion> history() {
        return Stream.concat(store.all().stream(), Stream.of(BasicProcedure.version()))
                .toList();
    }

    @Override
    public ProcedureVersion propose(NewProcedure procedure, ActorId by) {
        permits.demand(by, Role.MANAGER, Role.DPO, Role.ADMINISTRATOR);
        demandSound(procedure);
        int number = store.nextNumber();
        store.add(number, procedure, by, clock.instant());
        recorder.record(
                by,
                "procedure.proposed",
                Map.of(
                        "number", number,
                        "title", procedure.title(),
                        "reason", procedure.reason(),
                        "rules", RuleCodec.write(procedure.rules()).lines().toList()),
                ref(number));
        return store.version(number);
    }

    @Override
    public ProcedureVersion approve(int number, ActorId by) {
        permits.demand(by, Role.HEAD, Role.MANAGER);
        ProcedureVersion proposal = store.lock(number);
        if (proposal.since().isPresent()) {
            throw new NotPermittedException("refused.version-approved", number);
        }
        if (store.approvedAfter(number)) {
            throw new NotPermittedException("refused.version-overtaken", number);
        }
        if (proposal.proposedBy().equals(by)) {
            throw new NotPermittedException("refused.version-own", number);
        }
        store.approve(number, by, clock.instant());
        recorder.record(by, "procedure.approved", Map.of("number", number), ref(number));
        return store.version(number);
    }

    @Override
    @Transactional(readOnly = true)
    public Findings judge(Facts facts) {
        return inForce().judge(facts);
    }

    private static void demandSound(NewProcedure procedure) {
        if (procedure.title().isBlank() || procedure.reason().isBlank()) {
            throw new Invalid("refused.procedure-title");
        }
        if (procedure.rules().isEmpty()) {
            throw new Invalid("refused.procedure-empty");
        }
        long kinds = procedure.rules().stream().map(Rule::id).distinct().count();
        if (kinds != procedure.rules().size()) {
            throw new Invalid("refused.rule-twice");
        }
    }

    private static Ref ref(int number) {
        return new Ref("procedure", Integer.toString(number));
    }
}
