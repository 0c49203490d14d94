package holdfast.vault.check;

import holdfast.storage.ObjectName;
import holdfast.vault.check.CheckReport.Finding;
import holdfast.vault.check.CheckReport.Severity;
import holdfast.vault.index.ChunkIndex;
import holdfast.vault.index.GroupReader;
import holdfast.vault.model.Failures;
import holdfast.vault.model.PackId;
import holdfast.vault.model.Progress;
import holdfast.vault.model.VaultException;
import holdfast.vault.pack.ChunkIds;
import holdfast.vault.pack.IndexPart;
import holdfast.vault.pack.OpenState;
import holdfast.vault.pack.PackDirectory;
import holdfast.vault.pack.PackKind;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;

/** Reads every pack: its name must be the hash of its bytes, its groups must open, its chunks must be theirs. */
final class PackCheck implements AutoCloseable {
    private final OpenState vault;
    private final Progress progress;
    private final GroupReader groups;
    private final Optional<ChunkIds> contentIds;
    private final AtomicLong bytes = new AtomicLong();
    private final ExecutorService pool;
    private final List<Future<List<Finding>>> reading = new ArrayList<>();

    PackCheck(OpenState vault, Progress progress) throws VaultException {
        this.vault = vault;
        this.progress = progress;
        this.pool = vault.context().pool(vault.context().threads(), "holdfast-check-");
        this.groups = new GroupReader(vault);
        this.contentIds = vault.keys().role().reads() ? Optional.of(vault.contentIds()) : Optional.empty();
    }

    long bytes() {
        return bytes.get();
    }

    /** Starts to read; {@link #findings} waits for what was found. */
    void start(ChunkIndex index, Map<ObjectName, Long> stored, ReadData which) {
        for (IndexPart.Pack pack : index.packs()) {
            if (which.takes(pack.id()) && stored.containsKey(pack.id().objectName())) {
                progress.total(1, pack.size());
                reading.add(pool.submit(() -> check(pack)));
            }
        }
    }

    List<Finding> findings() throws IOException {
        List<Finding> findings = new ArrayList<>();
        try {
            for (Future<List<Finding>> one : reading) {
                findings.addAll(one.get());
            }
            return findings;
        } catch (ExecutionException e) {
            throw Failures.asIoException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new VaultException("the check was interrupted", e);
        }
    }

    @Override
    public void close() {
        pool.shutdownNow();
    }

    /** Reads the pack once, from its start to its end, one group in memory at a time. */
    private List<Finding> check(IndexPart.Pack pack) throws IOException {
        ObjectName name = pack.id().objectName();
        List<Finding> findings = new ArrayList<>();
        PackRead read;
        try (PackRead opened = new PackRead(vault.store().open(name))) {
            read = opened;
            for (PackDirectory.Group group : pack.directory().groups()) {
                checkGroup(pack, group, read).ifPresent(findings::add);
            }
            read.toTheEnd();
        } catch (IOException e) {
            return List.of(damage(name, "", String.valueOf(e.getMessage())));
        }
        bytes.addAndGet(read.at());
        if (!PackId.at(read.sha256(), 0).equals(pack.id())) {
            boolean elsewhere = findings.isEmpty();
            findings.addFirst(damage(
                    name,
                    "",
                    "its bytes are not those that it is named for (" + read.at() + " bytes in "
                            + vault.store().place() + ")"));
            if (elsewhere) {
                findings.add(damage(
                        name,
                        "outside its groups",
                        "its groups are whole: the damage is in its directory or signature, which the index has too"));
            }
        }
        progress.advanced(1, read.at());
        return findings;
    }

    private Optional<Finding> checkGroup(IndexPart.Pack pack, PackDirectory.Group group, PackRead read)
            throws IOException {
        String place = GroupReader.placeOf(pack, group);
        Optional<byte[]> sealed = read.part(group.offset(), group.sealedLength());
        boolean content = pack.kind() == PackKind.CONTENT;
        if (content ? contentIds.isEmpty() : !vault.keys().role().catalogues()) {
            return Optional.empty();
        }
        ChunkIds ids = content ? contentIds.get() : vault.treeIds();
        if (sealed.isEmpty()) {
            return Optional.of(damage(pack.id().objectName(), place, "the pack ends before it"));
        }
        try {
            GroupReader.verify(groups.open(pack, group, sealed.get(), 0), group, ids);
            return Optional.empty();
        } catch (VaultException.Damaged e) {
            return Optional.of(damage(pack.id().objectName(), place, reason(e)));
        }
    }

    private static String reason(VaultException.Damaged e) {
        Throwable cause = e.getCause() == null ? e : e.getCause();
        return String.valueOf(cause.getMessage());
    }

    private static Finding damage(ObjectName object, String place, String what) {
        return new Finding(Severity.DAMAGE, object, place, what);
    }
}
