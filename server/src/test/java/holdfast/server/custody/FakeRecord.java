package holdfast.server.custody;

import holdfast.server.delivery.Alert;
import holdfast.server.delivery.Delivery;
import holdfast.server.delivery.Told;
import holdfast.server.exposure.Exposure;
import holdfast.server.exposure.ExposureReport;
import holdfast.server.exposure.LossForecast;
import holdfast.server.exposure.SubjectSet;
import holdfast.server.platform.Phrase;
import holdfast.server.record.ActorId;
import holdfast.server.record.Entry;
import holdfast.server.record.EntryId;
import holdfast.server.record.LedgerBook;
import holdfast.server.record.Proof;
import holdfast.server.record.Recorder;
import holdfast.server.record.Ref;
import holdfast.server.record.Status;
import holdfast.tape.Barcode;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.UUID;

/** The record, deliveries and exposure in memory: each cartridge carries a thousand persons. */
final class FakeRecord implements Recorder, LedgerBook, Delivery, Exposure {

    final List<Entry> entries = new ArrayList<>();
    final List<Map.Entry<ActorId, Alert>> told = new ArrayList<>();
    private final InstantSource clock;

    FakeRecord(InstantSource clock) {
        this.clock = clock;
    }

    @Override
    public EntryId record(ActorId actor, String act, Map<String, ?> facts, Ref... about) {
        EntryId id = new EntryId(UUID.randomUUID());
        entries.add(new Entry(
                id,
                OptionalLong.empty(),
                clock.instant(),
                actor,
                act,
                new HashMap<>(facts),
                List.of(about),
                Proof.PENDING));
        return id;
    }

    @Override
    public List<Entry> about(Ref ref) {
        return entries.stream().filter(one -> one.about().contains(ref)).toList();
    }

    List<Entry> acts(String act) {
        return entries.stream().filter(one -> one.act().equals(act)).toList();
    }

    @Override
    public void tell(ActorId to, Alert alert) {
        told.add(Map.entry(to, alert));
    }

    @Override
    public ExposureReport of(Set<Barcode> cartridges) {
        return new ExposureReport(cartridges.size() * 1000L, Map.of(), Map.of(), Map.of(), List.of(), 0);
    }

    @Override
    public LossForecast ifLost(Set<Barcode> cartridges) {
        return new LossForecast(
                of(cartridges),
                List.of(Phrase.asItIs("nobody: the keys lie elsewhere")),
                0,
                Optional.empty(),
                List.of(Phrase.asItIs("48 hours: C.2")));
    }

    @Override
    public Map<String, Set<String>> kindsByCategory(Set<Barcode> cartridges) {
        return Map.of();
    }

    @Override
    public SubjectSet subjects(Set<Barcode> cartridges) {
        throw new UnsupportedOperationException();
    }

    @Override
    public List<Told> told(Ref about) {
        throw new UnsupportedOperationException();
    }

    @Override
    public List<Told> toldTo(ActorId person, int n) {
        throw new UnsupportedOperationException();
    }

    @Override
    public int sendWaiting() {
        return 0;
    }

    @Override
    public Optional<Entry> entry(EntryId id) {
        return entries.stream().filter(one -> one.id().equals(id)).findFirst();
    }

    @Override
    public List<Entry> page(long beforeIndex, int n) {
        throw new UnsupportedOperationException();
    }

    @Override
    public List<Entry> pending(int n) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Status status() {
        throw new UnsupportedOperationException();
    }

    @Override
    public void integrate() {}

    @Override
    public Optional<String> proof(EntryId id) {
        return Optional.empty();
    }

    @Override
    public Optional<byte[]> bytes(EntryId id) {
        return Optional.empty();
    }

    @Override
    public void export(Path folder) {
        throw new UnsupportedOperationException();
    }
}
