package holdfast.server.vaulting;

import holdfast.crypto.Secret;
import holdfast.server.access.Permits;
import holdfast.server.access.Role;
import holdfast.server.media.ArchiveSource;
import holdfast.server.platform.DataFolder;
import holdfast.server.record.ActorId;
import holdfast.server.record.Recorder;
import holdfast.server.record.Ref;
import holdfast.storage.FolderStore;
import holdfast.storage.ObjectStore;
import holdfast.vault.Vault;
import holdfast.vault.key.KeyFile;
import holdfast.vault.model.Credential;
import holdfast.vault.model.SnapshotId;
import holdfast.vault.model.VaultContext;
import holdfast.vault.model.VaultOptions;
import jakarta.annotation.PreDestroy;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/** Keeps the vault of the data folder open, for writing and for cataloguing, by the keys beside it. */
@Service
class VaultKeeper implements Vaults {
    static final Ref VAULT = new Ref("vault", NAME);

    private final DataFolder data;
    private final Permits permits;
    private final Recorder recorder;
    private final TransactionTemplate transaction;
    private final InstantSource clock;
    private final SecureRandom random;
    private final ReadRequests requests;
    private @Nullable Vault writer;
    private @Nullable Vault cataloguer;

    VaultKeeper(
            DataFolder data,
            Permits permits,
            Recorder recorder,
            TransactionTemplate transaction,
            InstantSource clock,
            SecureRandom random,
            ReadRequests requests) {
        this.data = data;
        this.permits = permits;
        this.recorder = recorder;
        this.transaction = transaction;
        this.clock = clock;
        this.random = random;
        this.requests = requests;
    }

    @Override
    public boolean exists() {
        return Files.exists(key("vault-cataloguer"));
    }

    @Override
    public synchronized void create(Secret owner, Secret reader, VaultOptions options, ActorId by) {
        permits.demand(by, Role.KEY_HOLDER);
        if (exists()) {
            throw new VaultRefused("refused.vault-there", data.vault());
        }
        try (Vault vault = Vault.create(store(), new Credential.Passphrase(owner), options, context())) {
            vault.addKey(
                    holdfast.vault.model.Role.READER, new Credential.Passphrase(reader), "reader, two key holders");
            try (Secret pseudonyms = KeyFile.create(key("pseudonyms"), random).key();
                    Secret writing = KeyFile.create(key("vault-writer"), random).key();
                    Secret listing =
                            KeyFile.create(key("vault-cataloguer"), random).key()) {
                vault.addKey(holdfast.vault.model.Role.WRITER, new Credential.FileKey(writing), "server, writer");
                vault.addKey(
                        holdfast.vault.model.Role.CATALOGUER, new Credential.FileKey(listing), "server, cataloguer");
            }
        } catch (IOException e) {
            throw new VaultRefused(e, "refused.vault-not-made", data.vault(), String.valueOf(e.getMessage()));
        }
        transaction.executeWithoutResult(_ -> recorder.record(
                by,
                "vault.created",
                Map.of("place", store().place(), "chunkAverage", (long) options.chunkAverage()),
                VAULT));
    }

    @Override
    public synchronized Vault catalogue() {
        Vault open = cataloguer;
        if (open == null) {
            open = open("vault-cataloguer");
            cataloguer = open;
        }
        return open;
    }

    /** The vault for saving. Not to be closed. */
    synchronized Vault writer() {
        Vault open = writer;
        if (open == null) {
            open = open("vault-writer");
            writer = open;
        }
        return open;
    }

    /** The key of pseudonyms; the caller closes it. */
    Secret pseudonymKey() {
        try {
            return KeyFile.read(key("pseudonyms")).key();
        } catch (IOException e) {
            throw new VaultRefused(e, "refused.pseudonym-key", String.valueOf(e.getMessage()));
        }
    }

    private Vault open(String key) {
        if (!exists()) {
            throw new VaultRefused("refused.vault-none", data.vault());
        }
        try {
            return Vault.open(store(), KeyFile.read(key(key)), context());
        } catch (IOException e) {
            throw new VaultRefused(e, "refused.vault-closed", data.vault(), String.valueOf(e.getMessage()));
        }
    }

    private Path key(String name) {
        return data.keys().resolve(name + ".key");
    }

    private VaultContext context() {
        return VaultContext.of(clock, random).cachedIn(data.folder("cache"));
    }

    @Override
    public ObjectStore store() {
        return new FolderStore(data.vault());
    }

    @Override
    public ArchiveSource archive(SnapshotId snapshot) {
        return new SnapshotSource(catalogue(), store(), snapshot);
    }

    @Override
    public ReadRequestId askReading(String reason, ActorId by) {
        permits.demand(by, Role.KEY_HOLDER);
        return requests.ask(reason, by);
    }

    @Override
    public VaultReader grantReading(ReadRequestId request, Secret reader, ActorId other) {
        permits.demand(other, Role.KEY_HOLDER);
        requests.demandGrantable(request, other);
        OpenedReader opened = OpenedReader.open(request, store(), reader, context());
        try {
            requests.granted(request, other);
            return opened;
        } catch (RuntimeException e) {
            opened.close();
            throw e;
        }
    }

    @PreDestroy
    synchronized void close() {
        if (writer != null) {
            writer.close();
        }
        if (cataloguer != null) {
            cataloguer.close();
        }
    }
}
