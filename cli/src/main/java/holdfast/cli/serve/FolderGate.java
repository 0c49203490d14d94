package holdfast.cli.serve;

import holdfast.storage.FolderStore;
import holdfast.storage.NoSuchObjectException;
import holdfast.storage.ObjectName;
import holdfast.storage.http.Caller;
import holdfast.storage.http.Gate;
import holdfast.storage.http.Rights;
import holdfast.vault.key.OwnerApproval;
import holdfast.vault.key.VaultConfig;
import holdfast.vault.model.PackId;
import holdfast.vault.pack.IndexPart;
import holdfast.vault.tree.SnapshotFile;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/**
 * Admits who has a token. Takes from everybody who writes what writers make; what the owner makes (key slots,
 * enrolments, marks) and deletions take the signature of the key that stands in the vault's config. Until there is a
 * config the vault is being made, and there is no owner to ask.
 */
final class FolderGate implements Gate {
    private static final List<String> WRITERS = List.of(PackId.PREFIX, IndexPart.PREFIX, SnapshotFile.PREFIX);

    private final Tokens tokens;
    private final FolderStore store;

    FolderGate(Tokens tokens, FolderStore store) {
        this.tokens = tokens;
        this.store = store;
    }

    @Override
    public Optional<Caller> caller(String token) throws IOException {
        return tokens.of(token).map(admitted -> new Caller(admitted.name(), admitted.rights()));
    }

    @Override
    public boolean takes(Caller caller, ObjectName name) {
        return caller.rights() == Rights.MIRRORS
                || WRITERS.stream().anyMatch(name.value()::startsWith)
                || !store.exists(VaultConfig.NAME);
    }

    @Override
    public boolean approves(byte[] words, byte[] signature) throws IOException {
        try {
            return OwnerApproval.verifies(VaultConfig.decode(store.get(VaultConfig.NAME)), words, signature);
        } catch (NoSuchObjectException e) {
            return false;
        }
    }
}
