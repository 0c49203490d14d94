package holdfast.server.watch;

import holdfast.server.access.Forbidden;
import holdfast.server.access.Permits;
import holdfast.server.access.Role;
import holdfast.server.platform.Invalid;
import holdfast.server.platform.Unknown;
import holdfast.server.record.ActorId;
import holdfast.server.record.Recorder;
import holdfast.server.record.Ref;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** {@link Watch} over the tables; the ringing itself is {@link Ringer}'s. */
@Service
@Transactional
class WatchService implements Watch {
    private final DueStore dues;
    private final RangStore rang;
    private final Ringer ringer;
    private final Herald herald;
    private final Permits permits;
    private final Recorder recorder;
    private final InstantSource clock;

    WatchService(
            DueStore dues,
            RangStore rang,
            Ringer ringer,
            Herald herald,
            Permits permits,
            Recorder recorder,
            InstantSource clock) {
        this.dues = dues;
        this.rang = rang;
        this.ringer = ringer;
        this.herald = herald;
        this.permits = permits;
        this.recorder = recorder;
        this.clock = clock;
    }

    @Override
    public DueId expect(Expectation expectation, ActorId by) {
        DueId id = new DueId(UUID.randomUUID());
        dues.insert(id, expectation, by, clock.instant());
        recorder.record(
                by,
                "due.expected",
                Map.of(
                        "what", expectation.what(),
                        "due", expectation.due(),
                        "ladder", expectation.ladder().stream().map(Rung::label).toList()),
                expectation.about());
        return id;
    }

    @Override
    public void fulfil(DueId id, ActorId by) {
        DueStore.Row row = lock(id);
        if (row.state() != DueStore.State.OPEN) {
            return;
        }
        Set<ActorId> heard = heard(row);
        dues.close(id, DueStore.State.FULFILLED);
        recorder.record(
                by,
                "due.fulfilled",
                Map.of(
                        "what",
                        row.expectation().what(),
                        "due",
                        row.expectation().due(),
                        "rungs",
                        rungs(row)),
                row.expectation().about());
        herald.done(row.expectation(), heard, by);
    }

    @Override
    public void extend(DueId id, Instant newDue, String reason, ActorId by) {
        DueStore.Row row = lockForOutsider(id, reason, by);
        Expectation expected = row.expectation();
        if (!newDue.isAfter(expected.due())) {
            throw new Invalid("refused.later-time");
        }
        dues.startAgain(id, newDue, newDue.plus(expected.ladder().getFirst().afterDue()));
        recorder.record(
                by,
                "due.extended",
                Map.of("what", expected.what(), "from", expected.due(), "to", newDue, "reason", reason.strip()),
                expected.about());
        herald.extended(expected, newDue, reason.strip(), by);
    }

    @Override
    public void callOff(DueId id, String reason, ActorId by) {
        DueStore.Row row = lockForOutsider(id, reason, by);
        Expectation expected = row.expectation();
        dues.close(id, DueStore.State.CALLED_OFF);
        recorder.record(
                by,
                "due.called-off",
                Map.of("what", expected.what(), "due", expected.due(), "reason", reason.strip()),
                expected.about());
        herald.calledOff(expected, reason.strip(), by);
    }

    @Override
    @Transactional(readOnly = true)
    public List<OpenDue> open() {
        return dues.open();
    }

    @Override
    @Transactional(readOnly = true)
    public List<OpenDue> open(Ref about) {
        return dues.open(about);
    }

    @Override
    @Transactional(readOnly = true)
    public List<RungReached> rang(Ref about) {
        return rang.about(about);
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<Instant> nextMoment() {
        return dues.nextRing();
    }

    /** In transactions of its own, never in a caller's: one alarm must not undo another. */
    @Override
    @Transactional(propagation = Propagation.NOT_SUPPORTED)
    public int ringDue() {
        return ringer.ringDue();
    }

    private DueStore.Row lockForOutsider(DueId id, String reason, ActorId by) {
        permits.demand(by, Role.MANAGER, Role.HEAD, Role.DPO);
        DueStore.Row row = lock(id);
        if (row.expectation().involved().contains(by) || row.due().by().equals(by)) {
            throw new Forbidden("refused.involved");
        }
        if (row.state() != DueStore.State.OPEN) {
            throw new Invalid("refused.not-awaited");
        }
        if (reason.isBlank()) {
            throw new Invalid("refused.postpone-reason");
        }
        return row;
    }

    private DueStore.Row lock(DueId id) {
        return dues.lock(id).orElseThrow(() -> new Unknown("refused.due-unknown", id));
    }

    private int rungs(DueStore.Row row) {
        return row.due().rungsReached();
    }

    /** Whom the alarm has reached, and who should hear that it is over. */
    private Set<ActorId> heard(DueStore.Row row) {
        Set<ActorId> heard = new HashSet<>();
        rang.of(row.due().id(), row.generation()).forEach(reached -> heard.addAll(reached.heard()));
        return heard;
    }
}
