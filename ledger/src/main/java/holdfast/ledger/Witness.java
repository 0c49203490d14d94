package holdfast.ledger;

import static java.nio.charset.StandardCharsets.UTF_8;

import holdfast.crypto.SigningKey;
import java.io.IOException;
import java.time.InstantSource;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Cosigns a log's checkpoint if it extends the last one that it cosigned (C2SP tlog-witness). Thread-safe.
 *
 * <p>What it saw last is durable before it answers, so neither a crash nor a race makes it forget. A checkpoint
 * that the log signed but that was not shown to extend the last one is kept as evidence: two of them that cannot
 * both be true prove a rewritten history, since only the log's own key can have signed them.
 */
public final class Witness {
    /** More than enough to prove the case, and no way to fill the disk. */
    private static final int MAX_EVIDENCE = 100;

    private final Disk disk;
    private final String name;
    private final SigningKey key;
    private final InstantSource clock;
    private final Map<String, NoteKey> logs = new ConcurrentHashMap<>();

    /** @param disk this witness's own; keeps the last checkpoint of each log */
    public Witness(Disk disk, String name, SigningKey key, InstantSource clock) {
        this.disk = disk;
        this.name = name;
        this.key = key;
        this.clock = clock;
    }

    /** What a witness says to a checkpoint. */
    public sealed interface Answer {
        /** It was consistent. */
        record Cosigned(SignedNote.Line line) implements Answer {}

        /** The log must start from this size, the last that was cosigned. */
        record OtherSize(long size) implements Answer {}

        /** This log is not known, or its signature is not that of the key it is known by. */
        record NotTrusted(String why, boolean knownOrigin) implements Answer {}

        /** The log's signature is good, but the tree was not shown to extend the last one that was cosigned. */
        record Rewritten(String why, long size) implements Answer {}
    }

    /** From now on cosigns the log of this key, whose name is its origin. */
    public void trust(NoteKey log) {
        logs.put(log.name(), log);
    }

    /** The key that checks this witness's cosignatures. */
    public NoteKey publicKey() {
        return new NoteKey(name, NoteKey.Type.COSIGNATURE_V1, key.verifyingKey());
    }

    /** The last checkpoint of this log that was cosigned. */
    public synchronized Optional<Checkpoint> last(String origin) throws IOException, FormatException {
        Optional<byte[]> kept = disk.read(file(origin));
        return kept.isPresent()
                ? Optional.of(Checkpoint.parse(SignedNote.parse(kept.get()).text()))
                : Optional.empty();
    }

    /**
     * Judges a checkpoint, and cosigns it if it only added to the one before.
     *
     * @throws FormatException if the request is malformed, or what was kept of the log is
     */
    public synchronized Answer add(AddCheckpoint request) throws IOException, FormatException {
        SignedNote note = request.checkpoint();
        Checkpoint next = Checkpoint.parse(note.text());
        NoteKey log = logs.get(next.origin());
        if (log == null) {
            return new Answer.NotTrusted("this witness does not know the log " + next.origin(), false);
        }
        if (!note.isSignedBy(log)) {
            return new Answer.NotTrusted("the checkpoint was not signed by " + log.vkey(), true);
        }
        if (request.oldSize() > next.size()) {
            throw new FormatException("the old size is larger than the checkpoint's");
        }
        Checkpoint last = last(next.origin()).orElse(new Checkpoint(next.origin(), 0, Merkle.EMPTY));
        if (request.oldSize() != last.size()) {
            return new Answer.OtherSize(last.size());
        }
        if (!Proofs.verifyConsistency(last.size(), last.root(), next.size(), next.root(), request.proof())) {
            keepEvidence(next, note);
            return new Answer.Rewritten(
                    "the checkpoint of size " + next.size() + " was not shown to extend the one of size " + last.size()
                            + " that was cosigned before",
                    last.size());
        }
        SignedNote.Line line = Cosignature.sign(note.text(), name, key, clock.instant());
        disk.replace(file(next.origin()), note.with(line).encode());
        return new Answer.Cosigned(line);
    }

    /** The checkpoints kept as evidence of rewritten history, by file name. */
    public synchronized int evidence() throws IOException {
        return disk.list("evidence").size();
    }

    private void keepEvidence(Checkpoint next, SignedNote note) throws IOException {
        if (evidence() >= MAX_EVIDENCE) {
            return;
        }
        disk.replace(
                "evidence/" + digest(next.origin()) + "-" + next.size() + "-"
                        + digest(next.root().base64()),
                note.encode());
    }

    private static String file(String origin) {
        return "logs/" + digest(origin);
    }

    private static String digest(String text) {
        return HexFormat.of().formatHex(Hash.sha256(text.getBytes(UTF_8)).raw(), 0, 16);
    }
}
