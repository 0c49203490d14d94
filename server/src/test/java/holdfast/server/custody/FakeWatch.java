package holdfast.server.custody;

import holdfast.server.record.ActorId;
import holdfast.server.record.Ref;
import holdfast.server.watch.DueId;
import holdfast.server.watch.Expectation;
import holdfast.server.watch.OpenDue;
import holdfast.server.watch.RungReached;
import holdfast.server.watch.Watch;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Due times in memory; nothing rings by itself. */
final class FakeWatch implements Watch {

    final Map<DueId, Expectation> open = new LinkedHashMap<>();
    final List<DueId> fulfilled = new ArrayList<>();

    @Override
    public DueId expect(Expectation expectation, ActorId by) {
        DueId id = new DueId(UUID.randomUUID());
        open.put(id, expectation);
        return id;
    }

    @Override
    public void fulfil(DueId due, ActorId by) {
        if (open.remove(due) != null) {
            fulfilled.add(due);
        }
    }

    @Override
    public void extend(DueId due, Instant newDue, String reason, ActorId by) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void callOff(DueId due, String reason, ActorId by) {
        throw new UnsupportedOperationException();
    }

    @Override
    public List<OpenDue> open() {
        return open.entrySet().stream()
                .map(one -> new OpenDue(one.getKey(), one.getValue(), ActorId.SYSTEM, 0, Optional.empty()))
                .toList();
    }

    @Override
    public List<OpenDue> open(Ref about) {
        return open().stream()
                .filter(one -> one.expectation().about().equals(about))
                .toList();
    }

    @Override
    public List<RungReached> rang(Ref about) {
        return List.of();
    }

    @Override
    public Optional<Instant> nextMoment() {
        return open.values().stream().map(Expectation::due).min(Instant::compareTo);
    }

    @Override
    public int ringDue() {
        return 0;
    }
}
