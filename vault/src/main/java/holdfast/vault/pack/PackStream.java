package holdfast.vault.pack;

import holdfast.storage.ByteSource;
import holdfast.storage.ObjectStore;
import holdfast.vault.model.ChunkId;
import holdfast.vault.model.Failures;
import holdfast.vault.model.GroupId;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.function.Consumer;

/**
 * Chunks in, packs out: fills groups, has them compressed and sealed by other threads, fills packs with them in
 * order, has these put by other threads. Used by one thread; what the others fail with is thrown here.
 */
public final class PackStream {
    private static final int MOST_GROUPS_AHEAD = 4;
    private static final int MOST_PUTS_AHEAD = 1;

    private final PackKind kind;
    private final OpenState vault;
    private final ObjectStore store;
    private final Session session;
    private final ExecutorService sealers;
    private final ExecutorService putters;
    private final Consumer<IndexPart.Pack> onPut;

    private final ConcurrentLinkedQueue<byte[]> idle = new ConcurrentLinkedQueue<>();
    private byte[] group;
    private int groupLength;
    private byte[] groupIds = new byte[64 * ChunkId.BYTES];
    private int[] groupLengths = new int[64];
    private int groupChunks;

    private final ArrayDeque<Future<SealedGroup>> sealing = new ArrayDeque<>();
    private final ArrayDeque<Future<IndexPart.Pack>> putting = new ArrayDeque<>();
    private List<SealedGroup> pack = new ArrayList<>();
    private long packLength;

    public PackStream(
            PackKind kind,
            OpenState vault,
            ExecutorService sealers,
            ExecutorService putters,
            Consumer<IndexPart.Pack> onPut) {
        this.kind = kind;
        this.vault = vault;
        this.store = vault.store();
        this.sealers = sealers;
        this.putters = putters;
        this.onPut = onPut;
        var config = vault.config();
        this.session = new Session(
                kind,
                kind == PackKind.CONTENT ? config.reader() : config.cataloguer(),
                vault.context().random());
        this.group = new byte[config.options().groupTarget()];
    }

    public void add(ChunkId id, byte[] bytes, int from, int length) throws IOException, InterruptedException {
        if (groupLength > 0 && groupLength + length > vault.config().options().groupTarget()) {
            closeGroup();
        }
        if (length > group.length) {
            group = new byte[length];
        }
        System.arraycopy(bytes, from, group, groupLength, length);
        groupLength += length;
        if (groupChunks == groupLengths.length) {
            groupLengths = Arrays.copyOf(groupLengths, 2 * groupChunks);
            groupIds = Arrays.copyOf(groupIds, 2 * groupChunks * ChunkId.BYTES);
        }
        System.arraycopy(id.bytes(), 0, groupIds, groupChunks * ChunkId.BYTES, ChunkId.BYTES);
        groupLengths[groupChunks++] = length;
    }

    private void closeGroup() throws IOException, InterruptedException {
        byte[] plain = group;
        int length = groupLength;
        byte[] ids = Arrays.copyOf(groupIds, groupChunks * ChunkId.BYTES);
        int[] lengths = Arrays.copyOf(groupLengths, groupChunks);
        GroupId id = session.nextGroup();
        sealing.add(sealers.submit(() -> {
            byte[] sealed = vault.groups().seal(kind, id, session.secret(), plain, length);
            idle.offer(plain);
            return new SealedGroup(id, sealed, length, ids, lengths);
        }));
        byte[] next = idle.poll();
        group = next == null ? new byte[vault.config().options().groupTarget()] : next;
        groupLength = 0;
        groupChunks = 0;
        takeSealed(MOST_GROUPS_AHEAD);
    }

    /** Takes sealed groups in order: those that are done, and so many that at most {@code ahead} are left. */
    private void takeSealed(int ahead) throws IOException, InterruptedException {
        while (!sealing.isEmpty() && (sealing.size() > ahead || sealing.peek().isDone())) {
            SealedGroup sealed = get(sealing.remove());
            pack.add(sealed);
            packLength += sealed.sealed().length;
            if (packLength >= vault.config().options().packTarget()) {
                closePack();
            }
        }
    }

    private void closePack() throws IOException, InterruptedException {
        List<SealedGroup> groups = pack;
        putting.add(putters.submit(() -> put(groups)));
        pack = new ArrayList<>();
        packLength = 0;
        takePut(MOST_PUTS_AHEAD);
    }

    private IndexPart.Pack put(List<SealedGroup> groups) throws IOException {
        PackFile.Built built = PackFile.build(
                vault.config().vaultId(),
                kind,
                vault.keys().signing().verifyingKey(),
                List.of(session.wrap()),
                groups,
                vault.indexSeal(),
                vault.keys().signing(),
                vault.context().random());
        store.put(built.id().objectName(), ByteSource.of(built.parts()));
        return new IndexPart.Pack(built.id(), built.size(), kind, built.directory());
    }

    private void takePut(int ahead) throws IOException, InterruptedException {
        while (!putting.isEmpty() && (putting.size() > ahead || putting.peek().isDone())) {
            IndexPart.Pack put = get(putting.element());
            putting.remove();
            onPut.accept(put);
        }
    }

    /** Everything that was added is in the store when this returns. */
    public void finish() throws IOException, InterruptedException {
        if (groupChunks > 0) {
            closeGroup();
        }
        takeSealed(0);
        if (!pack.isEmpty()) {
            closePack();
        }
        takePut(0);
    }

    /** Broken off: waits for the packs that are on their way, so that an index can tell of them; drops the rest. */
    public void abandon() throws InterruptedException {
        while (!putting.isEmpty()) {
            try {
                onPut.accept(get(putting.remove()));
            } catch (IOException e) {
                // This one did not get there: nothing will refer to it.
            }
        }
    }

    private static <T> T get(Future<T> future) throws IOException, InterruptedException {
        try {
            return future.get();
        } catch (ExecutionException e) {
            throw Failures.asIoException(e);
        }
    }
}
