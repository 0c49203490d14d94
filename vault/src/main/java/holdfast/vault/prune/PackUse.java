package holdfast.vault.prune;

import holdfast.crypto.VerifyingKey;
import holdfast.storage.StoredObject;
import holdfast.vault.model.GroupId;
import holdfast.vault.model.PackId;
import holdfast.vault.pack.IndexPart;
import holdfast.vault.pack.PackDirectory;
import java.util.List;
import java.util.Set;

/**
 * A stored pack and what is needed of it.
 *
 * @param told what the index tells of it: by nobody, usually by one author
 */
record PackUse(PackId id, StoredObject object, List<Told> told, Set<GroupId> needed) {
    /** What an author tells of a pack. */
    record Told(VerifyingKey author, IndexPart.Pack pack) {}

    boolean isNeeded() {
        return !needed.isEmpty();
    }

    long size() {
        return object.size();
    }

    /** Sealed bytes of the groups that are needed. */
    long neededBytes() {
        if (told.isEmpty() || needed.isEmpty()) {
            return 0;
        }
        return told.getFirst().pack().directory().groups().stream()
                .filter(group -> needed.contains(group.id()))
                .mapToLong(PackDirectory.Group::sealedLength)
                .sum();
    }

    /** Sealed bytes of the groups that are not: what moving the others would free. */
    long unusedBytes() {
        return isNeeded() ? size() - neededBytes() : 0;
    }
}
