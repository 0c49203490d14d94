package holdfast.server.media;

import holdfast.server.access.Permits;
import holdfast.server.access.Role;
import holdfast.server.keys.CartridgeKeys;
import holdfast.server.record.ActorId;
import holdfast.server.record.EntryId;
import holdfast.server.record.Recorder;
import holdfast.server.record.Ref;
import holdfast.tape.Barcode;
import holdfast.tape.TapeObject;
import holdfast.tape.TapeSetPlan;
import holdfast.tape.TapeSetWriter;
import java.io.IOException;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Writes tape sets. A run is noted in one transaction, written in none, and finished in another: what a server that
 * stopped in between left behind counts as both the old and the new contents.
 */
@Service
class ArchiveRunService implements ArchiveRuns {
    private final RunStore runs;
    private final CartridgeStore cartridges;
    private final LibraryWriter library;
    private final CartridgeKeys keys;
    private final Permits permits;
    private final Recorder recorder;
    private final InstantSource clock;
    private final SecureRandom random;
    private final TransactionTemplate transactions;

    ArchiveRunService(
            RunStore runs,
            CartridgeStore cartridges,
            LibraryWriter library,
            CartridgeKeys keys,
            Permits permits,
            Recorder recorder,
            InstantSource clock,
            SecureRandom random,
            PlatformTransactionManager transactions) {
        this.runs = runs;
        this.cartridges = cartridges;
        this.library = library;
        this.keys = keys;
        this.permits = permits;
        this.recorder = recorder;
        this.clock = clock;
        this.random = random;
        this.transactions = new TransactionTemplate(transactions);
    }

    @Override
    public ArchiveRun write(ArchiveOrder order, ActorId by, ArchiveProgress progress) throws IOException {
        permits.demand(by, Role.OPERATOR);
        List<TapeObject> objects = order.source().items().stream()
                .map(item -> new TapeObject(item.name(), item.size(), !item.data()))
                .toList();
        TapeSetPlan plan = TapeSetPlan.spread(order.set().value(), objects, order.cartridges());
        byte[] bytes = new byte[16];
        random.nextBytes(bytes);
        RunId id = new RunId(UUID.nameUUIDFromBytes(bytes));
        transactions.executeWithoutResult(_ -> begin(id, order, plan, by));
        order.cartridges().forEach(cartridge -> keys.create(cartridge, by));
        List<TapeSetWriter.Written> written;
        try {
            written = library.write(plan, order.source(), by, progress);
        } catch (IOException | RuntimeException e) {
            transactions.executeWithoutResult(_ -> recorder.record(
                    by, "archive.interrupted", Map.of("why", String.valueOf(e.getMessage())), refs(order)));
            throw e;
        }
        transactions.executeWithoutResult(_ -> finish(id, order, written, by));
        return runs.run(id);
    }

    private void begin(RunId id, ArchiveOrder order, TapeSetPlan plan, ActorId by) {
        if (runs.nameTaken(order.set())) {
            throw new MediaRefused("refused.set-taken", order.set());
        }
        List<Cartridge> found = cartridges.lock(order.cartridges());
        if (found.size() != order.cartridges().size()) {
            throw new MediaRefused(
                    "refused.not-all-registered",
                    order.cartridges().stream().map(Object::toString).toList());
        }
        found.forEach(ArchiveRunService::demandWritable);
        runs.begin(id, order.source().snapshot(), plan, clock.instant(), by);
        order.cartridges().forEach(barcode -> cartridges.set(barcode, order.set()));
        Map<String, ?> facts = Map.of(
                "set", order.set(),
                "snapshot", order.source().snapshot().toString(),
                "bytes", plan.bytes());
        recorder.record(by, "archive.started", facts, refs(order));
    }

    private static void demandWritable(Cartridge one) {
        if (!(one.whereabouts() instanceof Whereabouts.AtSite)) {
            throw new MediaRefused("refused.not-writable", one.barcode(), CartridgeService.state(one));
        }
        if (one.legalHold().isPresent()) {
            throw new MediaRefused("refused.write-held", one.barcode());
        }
        if (one.origin() instanceof Origin.Foreign) {
            throw new MediaRefused("refused.write-foreign", one.barcode());
        }
    }

    private void finish(RunId id, ArchiveOrder order, List<TapeSetWriter.Written> written, ActorId by) {
        runs.finish(id, order.cartridges(), clock.instant());
        for (TapeSetWriter.Written one : written) {
            Map<String, ?> facts = Map.of(
                    "set", order.set(),
                    "number", one.header().number(),
                    "of", one.header().of(),
                    "objects", one.contents().size(),
                    "cipher", "AES-256-GCM");
            EntryId entry = recorder.record(by, "cartridge.written", facts, CartridgeService.about(one.cartridge()));
            cartridges.proven(one.cartridge(), by, "the library", clock.instant(), entry);
        }
        recorder.record(by, "archive.finished", Map.of("set", order.set(), "run", id), refs(order));
    }

    private static Ref[] refs(ArchiveOrder order) {
        return Stream.concat(
                        Stream.of(new Ref("set", order.set().value())),
                        order.cartridges().stream().map(CartridgeService::about))
                .toArray(Ref[]::new);
    }

    @Override
    @Transactional(readOnly = true)
    public List<ArchiveRun> runs() {
        return runs.all();
    }

    @Override
    @Transactional(readOnly = true)
    public List<Archived> on(Set<Barcode> which) {
        return runs.on(which);
    }

    @Override
    @Transactional(readOnly = true)
    public List<ArchiveRun> runsOn(Set<Barcode> which) {
        return runs.runsOn(which);
    }
}
