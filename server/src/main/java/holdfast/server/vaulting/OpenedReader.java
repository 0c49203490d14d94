package holdfast.server.vaulting;

import holdfast.crypto.Secret;
import holdfast.storage.ObjectStore;
import holdfast.vault.Vault;
import holdfast.vault.model.Credential;
import holdfast.vault.model.VaultContext;
import holdfast.vault.model.VaultException;
import java.io.IOException;

/** A reader that holds the passphrase until it is closed. */
final class OpenedReader implements VaultReader {
    private final ReadRequestId request;
    private final Secret passphrase;
    private final VaultContext context;
    private final Vault vault;

    private OpenedReader(ReadRequestId request, Secret passphrase, VaultContext context, Vault vault) {
        this.request = request;
        this.passphrase = passphrase;
        this.context = context;
        this.vault = vault;
    }

    static OpenedReader open(ReadRequestId request, ObjectStore store, Secret passphrase, VaultContext context) {
        Secret copy = passphrase.expose(Secret::copyOf);
        try {
            Vault vault = Vault.open(store, new Credential.Passphrase(copy), context);
            return new OpenedReader(request, copy, context, vault);
        } catch (VaultException.WrongCredential e) {
            copy.close();
            throw new VaultRefused(e, "refused.reader-passphrase");
        } catch (IOException e) {
            copy.close();
            throw new VaultRefused(e, "refused.vault-closed", store.place(), String.valueOf(e.getMessage()));
        }
    }

    @Override
    public ReadRequestId request() {
        return request;
    }

    @Override
    public Vault vault() {
        return vault;
    }

    @Override
    public Vault replica(ObjectStore store) throws IOException {
        return Vault.open(store, new Credential.Passphrase(passphrase), context);
    }

    @Override
    public void close() {
        vault.close();
        passphrase.close();
    }
}
