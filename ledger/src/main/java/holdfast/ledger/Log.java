package holdfast.ledger;

import holdfast.crypto.SigningKey;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;

/**
 * The writer of a ledger's folder; there may be only one at a time. Thread-safe.
 *
 * <p>Order of writing, from which crash safety follows: tiles and bundles of the new size, then one sync, then the
 * checkpoint in one step, and only then are partial tiles deleted that a full one has replaced. So whatever
 * checkpoint is found after a crash, everything under it is there. After any error this object refuses further
 * work: only the disk knows how far the append came, so the log must be opened again.
 */
public final class Log {
    private final Disk disk;
    private final String origin;
    private final SigningKey key;
    private RightEdge edge;
    private SignedNote note;
    private Optional<SignedNote> witnessed;
    private boolean broken;

    private Log(Disk disk, String origin, SigningKey key, RightEdge edge, SignedNote note) {
        this.disk = disk;
        this.origin = origin;
        this.key = key;
        this.edge = edge;
        this.note = note;
        this.witnessed = Optional.empty();
    }

    /**
     * A new, empty log, with its public key and a checkpoint of size 0.
     *
     * @param origin its name, also that of its key
     * @throws IOException if there is a log already, or the disk fails
     */
    public static Log create(Disk disk, String origin, SigningKey key) throws IOException {
        if (exists(disk) || !disk.list("tile").isEmpty()) {
            throw new IOException("there is a ledger in " + disk + " already");
        }
        NoteKey publicKey = new NoteKey(origin, NoteKey.Type.ED25519, key.verifyingKey());
        disk.replace(LedgerFiles.LOG_KEY, LedgerFiles.keyFile(publicKey));
        SignedNote empty = SignedNote.sign(new Checkpoint(origin, 0, Merkle.EMPTY).text(), origin, key);
        disk.replace(LedgerFiles.CHECKPOINT, empty.encode());
        return new Log(disk, origin, key, RightEdge.empty(), empty);
    }

    /** Whether there is a log to open. */
    public static boolean exists(Disk disk) throws IOException {
        return disk.read(LedgerFiles.CHECKPOINT).isPresent();
    }

    /**
     * Opens a log to go on with it; removes what a crash left unfinished.
     *
     * @throws FormatException if the checkpoint is not this key's, or its tiles are not those it speaks of
     */
    public static Log open(Disk disk, String origin, SigningKey key) throws IOException, FormatException {
        disk.sync();
        SignedNote note = SignedNote.parse(LedgerFiles.demand(disk, LedgerFiles.CHECKPOINT));
        NoteKey publicKey = new NoteKey(origin, NoteKey.Type.ED25519, key.verifyingKey());
        Checkpoint checkpoint = Checkpoint.parse(note.text());
        if (!note.isSignedBy(publicKey) || !checkpoint.origin().equals(origin)) {
            throw new FormatException("the checkpoint in " + disk + " was not signed by " + publicKey.vkey());
        }
        removeUnfinished(disk, checkpoint.size());
        RightEdge edge = RightEdge.load(disk, checkpoint.size());
        if (!edge.root().equals(checkpoint.root())) {
            throw new FormatException("the tiles in " + disk + " are not those of their checkpoint (size "
                    + checkpoint.size() + "): run 'holdfast ledger verify' on it to see where they differ");
        }
        Log log = new Log(disk, origin, key, edge, note);
        Optional<byte[]> witnessed = disk.read(LedgerFiles.WITNESSED);
        log.witnessed = witnessed.isPresent() ? Optional.of(SignedNote.parse(witnessed.get())) : Optional.empty();
        return log;
    }

    private static void removeUnfinished(Disk disk, long size) throws IOException {
        for (String name : disk.list("")) {
            Optional<TileName> tile = TileName.parse(name);
            boolean beyond = tile.isPresent()
                    && tile.get().width()
                            > TileName.width(tile.get().level(), tile.get().index(), size);
            if (beyond || name.endsWith(FolderDisk.UNFINISHED)) {
                disk.delete(name);
            }
        }
        disk.sync();
    }

    /**
     * Appends entries in this order and signs the new checkpoint. All are durable when this returns.
     *
     * @param entries each at most 65 535 bytes; the first gets the index {@code size()}
     */
    public synchronized Checkpoint append(List<byte[]> entries) throws IOException {
        demandWhole();
        for (byte[] entry : entries) {
            if (entry.length > Tiles.MAX_ENTRY) {
                throw new IllegalArgumentException("an entry has at most 65535 bytes, not " + entry.length);
            }
        }
        if (entries.isEmpty()) {
            return checkpoint();
        }
        RightEdge next = edge.copy();
        SortedMap<TileName, byte[]> writes = next.append(entries);
        broken = true;
        for (Map.Entry<TileName, byte[]> write : writes.entrySet()) {
            disk.write(write.getKey().path(), write.getValue());
        }
        disk.sync();
        Checkpoint checkpoint = new Checkpoint(origin, next.size(), next.root());
        SignedNote signed = SignedNote.sign(checkpoint.text(), origin, key);
        disk.replace(LedgerFiles.CHECKPOINT, signed.encode());
        edge = next;
        note = signed;
        broken = false;
        deleteReplacedPartials(writes);
        return checkpoint;
    }

    private void deleteReplacedPartials(SortedMap<TileName, byte[]> writes) throws IOException {
        for (TileName written : writes.keySet()) {
            if (written.isFull()) {
                for (String partial : disk.list(written.path() + ".p")) {
                    disk.delete(partial);
                }
            }
        }
    }

    /**
     * Keeps a witness's cosignature of the newest checkpoint, if it is one, and the witness's key with it.
     *
     * @return false if the line is not this witness's valid cosignature of the newest checkpoint
     */
    public synchronized boolean cosigned(SignedNote.Line line, NoteKey witness) throws IOException {
        demandWhole();
        SignedNote with = note.with(line);
        if (witness.type() != NoteKey.Type.COSIGNATURE_V1 || !with.isSignedBy(witness)) {
            return false;
        }
        broken = true;
        String keyFile = LedgerFiles.witnessKeyFile(witness);
        if (disk.read(keyFile).isEmpty()) {
            disk.replace(keyFile, LedgerFiles.keyFile(witness));
        }
        disk.replace(LedgerFiles.WITNESSED, with.encode());
        disk.replace(LedgerFiles.CHECKPOINT, with.encode());
        note = with;
        witnessed = Optional.of(with);
        broken = false;
        return true;
    }

    /** The newest checkpoint. */
    public synchronized Checkpoint checkpoint() {
        return parsed(note);
    }

    /** The newest checkpoint with its signatures. */
    public synchronized SignedNote note() {
        return note;
    }

    /** The newest checkpoint that a witness cosigned, with its signatures. */
    public synchronized Optional<SignedNote> witnessed() {
        return witnessed;
    }

    /** The key that checks this log's signatures. */
    public NoteKey publicKey() {
        return new NoteKey(origin, NoteKey.Type.ED25519, key.verifyingKey());
    }

    /** The bundle that holds entry {@code index}, from that entry on: at least one, at most 256. */
    public synchronized List<byte[]> entriesFrom(long index) throws IOException {
        demandIndex(index);
        List<byte[]> bundle = new TileReader(disk, edge.size()).entries(index / TileName.WIDTH);
        return bundle.subList((int) (index % TileName.WIDTH), bundle.size());
    }

    /** The proof that entry {@code index} is under the newest checkpoint, self-contained. */
    public synchronized TlogProof inclusion(long index) throws IOException {
        demandIndex(index);
        List<Hash> path = Proofs.inclusion(new TileReader(disk, edge.size()), index, edge.size());
        return new TlogProof(index, path, note);
    }

    /** The proof that the newest checkpoint extends the tree of {@code oldSize}. */
    public synchronized List<Hash> consistency(long oldSize) throws IOException {
        return Proofs.consistency(new TileReader(disk, edge.size()), oldSize, edge.size());
    }

    /**
     * Copies everything that a verifier needs to an empty disk, under the newest checkpoint. Files that a crash or
     * an append under way left beyond it are not copied.
     */
    public synchronized void export(Disk to) throws IOException {
        if (!to.list("").isEmpty()) {
            throw new IOException(to + " is not empty");
        }
        for (String name : disk.list("")) {
            Optional<TileName> tile = TileName.parse(name);
            boolean beyond = tile.isPresent()
                    && tile.get().width()
                            > TileName.width(tile.get().level(), tile.get().index(), edge.size());
            if (!beyond && !name.endsWith(FolderDisk.UNFINISHED)) {
                to.write(name, LedgerFiles.demand(disk, name));
            }
        }
        to.sync();
    }

    private void demandIndex(long index) {
        if (index < 0 || index >= edge.size()) {
            throw new IllegalArgumentException("this ledger has " + edge.size() + " entries, none with index " + index);
        }
    }

    private void demandWhole() throws IOException {
        if (broken) {
            throw new IOException("an earlier write to " + disk + " failed: the ledger must be opened again");
        }
    }

    private static Checkpoint parsed(SignedNote note) {
        try {
            return Checkpoint.parse(note.text());
        } catch (FormatException e) {
            throw new IllegalStateException("this log made its checkpoint itself", e);
        }
    }
}
