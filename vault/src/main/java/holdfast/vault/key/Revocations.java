package holdfast.vault.key;

import holdfast.crypto.SigningKey;
import holdfast.crypto.VerifyingKey;
import holdfast.storage.ObjectName;
import holdfast.storage.ObjectStore;
import holdfast.vault.codec.Decoder;
import holdfast.vault.codec.Encoder;
import holdfast.vault.codec.MalformedException;
import holdfast.vault.model.Hashes;
import holdfast.vault.model.Problems;
import holdfast.vault.model.VaultException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Keys that the owner took back. A revocation names the objects that stay believed, those that were in the store then:
 * by their hashes, since a time in them would be the key holder's own word. What else the key signs, or signed and kept
 * back, counts for nothing, whatever enrolment somebody puts again.
 */
public final class Revocations {
    public static final String PREFIX = "revoked/";
    private static final SignedList FILE =
            new SignedList(ObjectKind.REVOCATION, PREFIX, VerifyingKey.BYTES + Long.BYTES);

    /** The end of the year 9999: what is later, every time with more than 63 bits, is told as this. */
    private static final long LATEST_SECONDS = 253_402_300_799L;

    private final Map<VerifyingKey, Revoked> revoked = new HashMap<>();

    /** @param kept hashes of what stays believed */
    private record Revoked(Instant since, Set<ByteBuffer> kept) {}

    private Revocations() {}

    /** @param kept hashes, 32 bytes each, of the objects that stay believed */
    public static byte[] encode(
            VaultConfig config, VerifyingKey key, Instant time, Collection<byte[]> kept, SigningKey owner) {
        byte[] head = new Encoder().raw(key.bytes()).u64(time.getEpochSecond()).toByteArray();
        return FILE.encode(config, head, kept, owner);
    }

    public static ObjectName name(byte[] revocation) {
        return FILE.name(revocation);
    }

    /** Reads all; one that is damaged or not the owner's goes to {@code problems}, and counts for nothing. */
    public static Revocations load(ObjectStore store, VaultConfig config, Problems problems) throws IOException {
        Revocations all = new Revocations();
        for (SignedList.Read read : FILE.load(store, config, problems)) {
            try {
                all.add(read, config);
            } catch (MalformedException | IllegalArgumentException e) {
                problems.add(
                        read.object().name(),
                        ObjectKind.REVOCATION.damaged(read.object().name(), e));
            }
        }
        return all;
    }

    private void add(SignedList.Read read, VaultConfig config) throws MalformedException {
        Decoder head = new Decoder(read.head());
        VerifyingKey key = VerifyingKey.of(head.raw(VerifyingKey.BYTES));
        if (key.equals(config.owner())) {
            throw new MalformedException("the owner's own key cannot be taken back");
        }
        Revoked one = new Revoked(time(head.u64()), set(read.ids()));
        revoked.merge(key, one, Revocations::both);
    }

    /** What the seconds say is for people alone: no number of them is damage. */
    private static Instant time(long seconds) {
        return Instant.ofEpochSecond(seconds < 0 || seconds > LATEST_SECONDS ? LATEST_SECONDS : seconds);
    }

    /** Each is the owner's word: what any of them names stays. */
    private static Revoked both(Revoked one, Revoked other) {
        Set<ByteBuffer> kept = new HashSet<>(one.kept());
        kept.addAll(other.kept());
        return new Revoked(one.since().isBefore(other.since()) ? one.since() : other.since(), kept);
    }

    private static Set<ByteBuffer> set(List<byte[]> ids) {
        return ids.stream().map(ByteBuffer::wrap).collect(Collectors.toUnmodifiableSet());
    }

    /** When the owner took this key back, by the owner's clock. */
    Optional<Instant> since(VerifyingKey key) {
        return Optional.ofNullable(revoked.get(key)).map(Revoked::since);
    }

    /** Whether an object of these bytes, signed by this key, counts for nothing. */
    boolean exclude(VerifyingKey signer, byte[] object) {
        Revoked one = revoked.get(signer);
        return one != null && !one.kept().contains(ByteBuffer.wrap(Hashes.sha256(object)));
    }

    /** @throws VaultException.NotPermitted if what this key signs now would count for nothing */
    public void demandNone(VerifyingKey own) throws VaultException {
        Optional<Instant> revoked = since(own);
        if (revoked.isPresent()) {
            throw new VaultException.NotPermitted("the owner took this key back (" + revoked.get()
                    + "): nothing that it signs counts as saved; ask the owner for another key");
        }
    }
}
