package holdfast.cli.serve;

import holdfast.storage.FolderStore;
import holdfast.storage.NoSuchObjectException;
import holdfast.storage.http.Caller;
import holdfast.storage.http.Gate;
import holdfast.vault.key.OwnerApproval;
import holdfast.vault.key.VaultConfig;
import java.io.IOException;
import java.util.Optional;

/** Admits who has a token; deletes for whose key stands in the vault's config. */
final class FolderGate implements Gate {
    private final Tokens tokens;
    private final FolderStore store;

    FolderGate(Tokens tokens, FolderStore store) {
        this.tokens = tokens;
        this.store = store;
    }

    @Override
    public Optional<Caller> caller(String token) throws IOException {
        return tokens.of(token).map(admitted -> new Caller(admitted.name(), admitted.writes()));
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
