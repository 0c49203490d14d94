package holdfast.vault.repair;

import holdfast.vault.model.Progress;
import holdfast.vault.model.Role;
import holdfast.vault.model.VaultException;
import holdfast.vault.model.Words;
import holdfast.vault.pack.OpenState;

/** The three repairs of a vault, in the order in which they help: the index, the packs, the snapshots. */
public final class Repair {
    private final OpenState vault;
    private final Progress progress;

    /** @throws VaultException.NotPermitted without the owner's key */
    public Repair(OpenState vault, Progress progress) throws VaultException {
        if (vault.keys().role() != Role.OWNER) {
            throw new VaultException.NotPermitted(
                    "this is a " + Words.of(vault.keys().role()) + "'s key: only an owner repairs");
        }
        this.vault = vault;
        this.progress = progress;
    }

    public IndexRepair index() {
        return new IndexRepair(vault, progress);
    }

    public PackRepair packs() throws VaultException {
        return new PackRepair(vault, progress);
    }

    public SnapshotRepair snapshots() throws VaultException {
        return new SnapshotRepair(vault, progress);
    }
}
