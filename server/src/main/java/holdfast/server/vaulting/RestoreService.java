package holdfast.server.vaulting;

import holdfast.server.access.Permits;
import holdfast.server.access.Role;
import holdfast.server.record.ActorId;
import holdfast.server.record.Recorder;
import holdfast.server.record.Ref;
import holdfast.vault.Vault;
import holdfast.vault.model.FilePath;
import holdfast.vault.model.Progress;
import holdfast.vault.model.SnapshotId;
import holdfast.vault.restore.RestoreRequest;
import holdfast.vault.restore.RestoreResult;
import holdfast.vault.restore.Selection;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/** Restores by the engine; what it did is recorded, also when files failed. */
@Service
class RestoreService implements Restores {
    private final Permits permits;
    private final Recorder recorder;
    private final TransactionTemplate transaction;

    RestoreService(Permits permits, Recorder recorder, TransactionTemplate transaction) {
        this.permits = permits;
        this.recorder = recorder;
        this.transaction = transaction;
    }

    @Override
    public RestoreResult restore(
            Vault from,
            String place,
            SnapshotId snapshot,
            Path target,
            List<FilePath> only,
            VaultReader reader,
            ActorId by,
            Progress progress) {
        permits.demand(by, Role.OPERATOR);
        try {
            RestoreResult result =
                    from.restore(RestoreRequest.of(snapshot, target).only(Selection.of(only)), progress);
            Map<String, Object> facts = new LinkedHashMap<>();
            facts.put("from", place);
            facts.put("files", result.files());
            facts.put("bytes", result.bytes());
            facts.put("failed", (long) result.failures().size());
            facts.put("released", reader.request().value());
            transaction.executeWithoutResult(_ -> recorder.record(
                    by, "backup.restored", facts, VaultKeeper.VAULT, new Ref("snapshot", snapshot.toString())));
            return result;
        } catch (IOException e) {
            throw new VaultRefused(e, "refused.not-restored", place, String.valueOf(e.getMessage()));
        }
    }
}
