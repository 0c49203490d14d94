package holdfast.vault.index;

import holdfast.crypto.VerifyingKey;
import holdfast.storage.NoSuchObjectException;
import holdfast.storage.StoredObject;
import holdfast.vault.key.Enrolments;
import holdfast.vault.model.Problems;
import holdfast.vault.model.Role;
import holdfast.vault.model.VaultException;
import holdfast.vault.pack.IndexPart;
import holdfast.vault.pack.OpenState;
import java.io.IOException;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Reads the index: all parts that somebody enrolled signed. */
public final class IndexLoader {
    private IndexLoader() {}

    public static ChunkIndex all(OpenState vault, Problems problems) throws IOException {
        return load(vault, problems, author -> true);
    }

    /**
     * Only the packs that a writer may leave out of a backup because they are there already, and so the only ones that
     * its snapshots may refer to: its own, an owner's, a reader's. Another writer's chunk under a true id may be junk.
     */
    public static ChunkIndex trustedBy(OpenState vault, VerifyingKey own) throws IOException {
        Enrolments enrolments = vault.enrolments(Problems.IGNORED);
        return load(
                vault,
                Problems.IGNORED,
                author -> author.equals(own)
                        || enrolments.roleOf(author).filter(Role::reads).isPresent());
    }

    private static ChunkIndex load(OpenState vault, Problems problems, Predicate<VerifyingKey> trusted)
            throws IOException {
        Enrolments enrolments = vault.enrolments(problems);
        ChunkIndex index = new ChunkIndex();
        for (StoredObject object : list(vault)) {
            try {
                byte[] bytes = vault.store().get(object.name());
                IndexPart part =
                        IndexPart.decode(object.name(), bytes, vault.config().vaultId(), vault.indexSeal());
                enrolments.demand(object.name(), part.signer(), part.author());
                if (trusted.test(part.author())) {
                    part.packs().forEach(index::add);
                }
            } catch (VaultException | NoSuchObjectException e) {
                problems.add(object.name(), e);
            }
        }
        return index;
    }

    static List<StoredObject> list(OpenState vault) throws IOException {
        try (Stream<StoredObject> objects = vault.store().list(IndexPart.PREFIX)) {
            return objects.toList();
        }
    }
}
