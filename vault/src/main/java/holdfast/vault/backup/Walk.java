package holdfast.vault.backup;

import holdfast.vault.host.Host;
import holdfast.vault.host.HostFile;
import holdfast.vault.host.HostStat;
import holdfast.vault.model.FilePath;
import holdfast.vault.model.Progress;
import holdfast.vault.tree.TreeNode;
import holdfast.vault.tree.Twins;
import java.io.IOException;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;

/**
 * Walks the files of a backup in one thread and starts to read those that changed; another thread takes the events.
 * A folder's entries come sorted by the bytes of their names, so that equal trees have equal bytes.
 */
final class Walk implements Runnable {
    private static final int EVENTS_AHEAD = 4096;

    private final Host host;
    private final BackupPlan plan;
    private final ListAhead listing;
    private final ReadAhead reading;
    private final ParentFiles parent;
    private final Progress progress;
    private final Excludes excludes;
    private final BlockingQueue<WalkEvent> events = new ArrayBlockingQueue<>(EVENTS_AHEAD);
    private final Set<Twins.Key> seen = new HashSet<>();

    Walk(
            Host host,
            BackupPlan plan,
            ListAhead listing,
            ReadAhead reading,
            ParentFiles parent,
            Excludes excludes,
            Progress progress) {
        this.excludes = excludes;
        this.host = host;
        this.plan = plan;
        this.listing = listing;
        this.reading = reading;
        this.parent = parent;
        this.progress = progress;
    }

    /** Waits for the next event; nothing comes after {@link WalkEvent.End}. */
    WalkEvent next() throws InterruptedException {
        return events.take();
    }

    @Override
    public void run() {
        try {
            Optional<Throwable> error = Optional.empty();
            try {
                FilePath top = FilePath.of("");
                events.put(new WalkEvent.Enter(top, plan.name(), Optional.empty(), List.of()));
                if (plan.isWhole()) {
                    HostFile folder = host.file(plan.path().bytes());
                    walkChildren(top, folder, listing.of(List.of(folder)));
                } else {
                    walkPlanned(top, plan);
                }
                events.put(new WalkEvent.Leave());
            } catch (IOException | RuntimeException | Error e) {
                error = Optional.of(e);
            }
            events.put(new WalkEvent.End(error));
        } catch (InterruptedException e) {
            // The taker is gone: nobody waits for more.
        }
    }

    private void walkPlanned(FilePath path, BackupPlan node) throws InterruptedException {
        for (BackupPlan child : node.children()) {
            FilePath childPath = path.child(child.name());
            if (excludes.names(childPath)) {
                continue;
            }
            try {
                HostFile file = host.file(child.path().bytes());
                if (child.isWhole()) {
                    walk(childPath, child.name(), file, listing.of(List.of(file)));
                } else {
                    boolean absolute = child.name().length == 1 && child.name()[0] == '/';
                    Optional<HostStat> stat = absolute ? Optional.empty() : Optional.of(file.stat());
                    events.put(new WalkEvent.Enter(
                            childPath, child.name(), stat, absolute ? List.of() : TreeNode.Attribute.of(file)));
                    walkPlanned(childPath, child);
                    events.put(new WalkEvent.Leave());
                }
            } catch (IOException e) {
                events.put(new WalkEvent.Failed(childPath, e));
            }
        }
    }

    private void walk(FilePath path, byte[] name, HostFile file, ListAhead.Listings listings)
            throws InterruptedException {
        HostStat stat = file.stat();
        if (stat.isFolder()) {
            events.put(new WalkEvent.Enter(path, name, Optional.of(stat), attributes(path, file)));
            walkChildren(path, file, listings);
            events.put(new WalkEvent.Leave());
        } else if (stat.isFile()) {
            progress.total(1, Math.max(0, stat.size()));
            events.put(regular(path, file));
        } else {
            special(path, file);
        }
    }

    private void walkChildren(FilePath path, HostFile folder, ListAhead.Listings listings) throws InterruptedException {
        List<HostFile> children;
        try {
            children = wanted(path, folder, listings.take());
        } catch (IOException e) {
            events.put(new WalkEvent.Failed(path, e));
            return;
        }
        ParentFiles.Folder before = parent.folder(path);
        ListAhead.Listings ahead = listing.of(children);
        for (HostFile child : children) {
            FilePath childPath = path.child(child.name());
            Optional<ParentFiles.Known> known = before.unchanged(child.name(), child.stat());
            if (child.stat().isFile() && known.isPresent() && child.stat().links() == 1) {
                progress.total(1, child.stat().size());
                events.put(new WalkEvent.Unchanged(childPath, child, known.get()));
            } else {
                walk(childPath, child.name(), child, ahead);
            }
        }
    }

    /** What is excluded is not even listed: it may be another file system, slow or gone. */
    private List<HostFile> wanted(FilePath path, HostFile folder, List<HostFile> children) {
        List<FolderMark> marks = excludes.marksIn(children);
        return children.stream()
                .filter(child -> !excludes.cover(path.child(child.name()), child, folder, marks))
                .toList();
    }

    /** A folder or link without its attributes is better than none: they are told as failed, it is kept. */
    private List<TreeNode.Attribute> attributes(FilePath path, HostFile file) throws InterruptedException {
        try {
            return TreeNode.Attribute.of(file);
        } catch (IOException e) {
            events.put(new WalkEvent.Failed(path, e));
            return List.of();
        }
    }

    private WalkEvent regular(FilePath path, HostFile file) throws InterruptedException {
        if (file.stat().links() > 1 && !seen.add(Twins.key(file.stat()))) {
            return new WalkEvent.Twin(path, file);
        }
        return new WalkEvent.Read(path, file, reading.start(file));
    }

    private void special(FilePath path, HostFile file) throws InterruptedException {
        try {
            boolean link = file.stat().kind() == HostStat.SYMBOLIC_LINK;
            events.put(
                    new WalkEvent.Special(path, file, link ? file.linkTarget() : new byte[0], attributes(path, file)));
        } catch (IOException e) {
            events.put(new WalkEvent.Failed(path, e));
        }
    }
}
