package holdfast.server.vaulting;

import holdfast.crypto.Secret;
import holdfast.server.access.Permits;
import holdfast.server.access.Role;
import holdfast.server.record.ActorId;
import holdfast.server.record.Recorder;
import holdfast.server.record.Ref;
import holdfast.subjects.index.PersonIndex;
import holdfast.subjects.index.PersonIndexBuilder;
import holdfast.subjects.index.RegistersSeen;
import holdfast.vault.Vault;
import holdfast.vault.backup.BackupRequest;
import holdfast.vault.backup.BackupResult;
import holdfast.vault.model.Progress;
import holdfast.vault.tree.Snapshot;
import java.io.IOException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/** Runs backups: registers checked first, the person index built on the way, the run recorded at the end. */
@Service
class BackupService implements Backups {
    private final VaultKeeper vaults;
    private final Permits permits;
    private final Recorder recorder;
    private final TransactionTemplate transaction;
    private final BackupStore store;
    private final InstantSource clock;

    BackupService(
            VaultKeeper vaults,
            Permits permits,
            Recorder recorder,
            TransactionTemplate transaction,
            BackupStore store,
            InstantSource clock) {
        this.vaults = vaults;
        this.permits = permits;
        this.recorder = recorder;
        this.transaction = transaction;
        this.store = store;
        this.clock = clock;
    }

    @Override
    public BackupRun run(BackupOrder order, ActorId by, Progress progress) {
        permits.demand(by, Role.OPERATOR);
        RegisterCheck.demandUsable(order);
        Vault writer = vaults.writer();
        try (Secret key = vaults.pseudonymKey()) {
            Instant at = clock.instant();
            PersonIndexBuilder persons = new PersonIndexBuilder(key, order.registers(), earlier());
            BackupResult result = writer.backup(
                    BackupRequest.of(order.paths()).tagged(order.name()).at(at).observedBy(persons), progress);
            BackupRun run = run(order, by, at, result, persons.seen());
            transaction.executeWithoutResult(_ -> record(run, persons.seen()));
            return run;
        } catch (IOException e) {
            failed(order, by, e);
            throw new VaultRefused(e, "refused.no-backup", String.valueOf(e.getMessage()));
        }
    }

    /** The newest index, so that ordinals go on. */
    private Optional<PersonIndex> earlier() throws IOException {
        Vault catalogue = vaults.catalogue();
        for (Snapshot snapshot : catalogue.snapshots().reversed()) {
            Optional<byte[]> index = catalogue.attachment(snapshot.id(), PersonIndex.ATTACHMENT);
            if (index.isPresent()) {
                return Optional.of(PersonIndex.decode(index.get()));
            }
        }
        return Optional.empty();
    }

    private static BackupRun run(BackupOrder order, ActorId by, Instant at, BackupResult result, RegistersSeen seen) {
        List<String> warnings = new ArrayList<>();
        result.failures().forEach(file -> warnings.add("not saved: " + file.path() + ": " + file.reason()));
        seen.missing().forEach(glob -> warnings.add("register " + glob + ": no such file was saved"));
        seen.unread()
                .forEach(row -> warnings.add(row.file() + ", line " + row.line() + ": " + row.reason() + " (at most "
                        + row.atMost() + (row.atMost() == 1 ? " person)" : " persons)")));
        return new BackupRun(
                result.snapshot(),
                order.name(),
                at,
                by,
                result.files(),
                result.bytes(),
                result.storedBytes(),
                seen.persons(),
                seen.unknownAtMost(),
                warnings);
    }

    private void record(BackupRun run, RegistersSeen seen) {
        store.insert(run);
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put("name", run.name());
        facts.put("snapshot", run.snapshot().toString());
        facts.put("files", run.files());
        facts.put("bytes", run.bytes());
        facts.put("stored", run.storedBytes());
        facts.put("registers", (long) seen.registers().size());
        facts.put("persons", run.persons());
        facts.put("unreadRows", (long) seen.unread().size());
        facts.put("unknownAtMost", run.unknownAtMost());
        facts.put("warnings", (long) run.warnings().size());
        recorder.record(
                run.by(),
                "backup.made",
                facts,
                VaultKeeper.VAULT,
                new Ref("snapshot", run.snapshot().toString()));
    }

    private void failed(BackupOrder order, ActorId by, IOException why) {
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put("name", order.name());
        facts.put("why", why.getClass().getSimpleName());
        transaction.executeWithoutResult(_ -> recorder.record(by, "backup.failed", facts, VaultKeeper.VAULT));
    }

    @Override
    public List<BackupRun> runs() {
        return store.all();
    }

    @Override
    public Optional<BackupRun> latest() {
        return store.all().stream().findFirst();
    }
}
