package holdfast.vault.mark;

import holdfast.crypto.SigningKey;
import holdfast.storage.ObjectName;
import holdfast.storage.ObjectStore;
import holdfast.vault.key.ObjectKind;
import holdfast.vault.key.SignedList;
import holdfast.vault.key.VaultConfig;
import holdfast.vault.model.PackId;
import holdfast.vault.model.Problems;
import java.io.IOException;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The packs that the owner means to delete. No new backup refers to a marked pack; the grace time, counted from the
 * mark by the store's clock, lets every backup end that did not see the mark.
 */
public record DeletionMarks(List<Mark> marks) {
    public static final String PREFIX = "doomed/";
    private static final int NONCE_BYTES = 16;
    private static final SignedList FILE = new SignedList(ObjectKind.DOOMED, PREFIX, NONCE_BYTES);

    public DeletionMarks {
        marks = List.copyOf(marks);
    }

    /**
     * One mark.
     *
     * @param since when it was put, by the store's clock
     */
    public record Mark(ObjectName name, Instant since, Set<PackId> packs) {}

    /** @param random makes two marks of the same packs two objects: their ages must not mix */
    public static byte[] encode(VaultConfig config, Collection<PackId> packs, SigningKey owner, SecureRandom random) {
        byte[] nonce = new byte[NONCE_BYTES];
        random.nextBytes(nonce);
        return FILE.encode(
                config, nonce, packs.stream().sorted().map(PackId::bytes).toList(), owner);
    }

    public static ObjectName name(byte[] mark) {
        return FILE.name(mark);
    }

    public static DeletionMarks load(ObjectStore store, VaultConfig config, Problems problems) throws IOException {
        List<Mark> marks = new ArrayList<>();
        for (SignedList.Read read : FILE.load(store, config, problems)) {
            Set<PackId> packs = read.ids().stream().map(id -> PackId.at(id, 0)).collect(Collectors.toUnmodifiableSet());
            marks.add(new Mark(read.object().name(), read.object().time(), packs));
        }
        return new DeletionMarks(marks);
    }

    /** Every pack that any mark names. */
    public Set<PackId> packs() {
        return marks.stream().flatMap(mark -> mark.packs().stream()).collect(Collectors.toUnmodifiableSet());
    }

    /** The packs that were marked at {@code then} or before. */
    public Set<PackId> packsSince(Instant then) {
        return marks.stream()
                .filter(mark -> !mark.since().isAfter(then))
                .flatMap(mark -> mark.packs().stream())
                .collect(Collectors.toUnmodifiableSet());
    }
}
