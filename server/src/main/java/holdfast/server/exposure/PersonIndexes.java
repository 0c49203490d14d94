package holdfast.server.exposure;

import holdfast.server.vaulting.Vaults;
import holdfast.subjects.index.PersonIndex;
import holdfast.vault.Vault;
import holdfast.vault.model.SnapshotId;
import holdfast.vault.tree.Snapshot;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;

/** The person index of every snapshot, decoded once. A snapshot never changes, so neither does what is kept. */
@Component
class PersonIndexes {
    private final Vaults vaults;
    private final Map<SnapshotId, Optional<PersonIndex>> decoded = new ConcurrentHashMap<>();

    PersonIndexes(Vaults vaults) {
        this.vaults = vaults;
    }

    /** Those of all snapshots that have one, the newest first. */
    List<PersonIndex> newestFirst() throws IOException {
        List<PersonIndex> indexes = new ArrayList<>();
        for (Snapshot snapshot : vaults.catalogue().snapshots().reversed()) {
            of(snapshot.id()).ifPresent(indexes::add);
        }
        return indexes;
    }

    /** The index beside this snapshot, if it has one. */
    Optional<PersonIndex> of(SnapshotId snapshot) throws IOException {
        Optional<PersonIndex> known = decoded.get(snapshot);
        if (known != null) {
            return known;
        }
        Vault catalogue = vaults.catalogue();
        Optional<byte[]> bytes = catalogue.attachment(snapshot, PersonIndex.ATTACHMENT);
        Optional<PersonIndex> index =
                bytes.isPresent() ? Optional.of(PersonIndex.decode(bytes.get())) : Optional.empty();
        decoded.put(snapshot, index);
        return index;
    }
}
