package holdfast.vault.restore;

import holdfast.vault.host.HostFile;
import holdfast.vault.host.NoSpaceException;
import holdfast.vault.model.FilePath;
import holdfast.vault.model.PathPattern;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What lies in the restored folders and is not in the snapshot: removed, unless the selection excludes it. */
final class Leftovers {
    private final RestoreTarget target;
    private final RestorePlan plan;
    private final List<PathPattern> excluded;
    private final boolean dryRun;
    private final List<FilePath> removed = new ArrayList<>();

    Leftovers(RestoreTarget target, RestorePlan plan, List<PathPattern> excluded, boolean dryRun) {
        this.target = target;
        this.plan = plan;
        this.excluded = excluded;
        this.dryRun = dryRun;
    }

    List<FilePath> remove() throws NoSpaceException {
        for (FilePath folder : plan.wholeFolders()) {
            plan.attempt(folder, () -> removeFrom(folder));
        }
        return removed;
    }

    private void removeFrom(FilePath folder) throws IOException {
        Optional<HostFile> there = target.present(folder);
        if (there.isEmpty() || !there.get().stat().isFolder()) {
            return;
        }
        Set<FilePath> known = plan.namesIn(folder);
        for (HostFile child : there.get().children()) {
            FilePath path = folder.child(child.name());
            if (!known.contains(path) && excluded.stream().noneMatch(pattern -> pattern.matches(path))) {
                plan.attempt(path, () -> remove(path));
            }
        }
    }

    private void remove(FilePath path) throws IOException {
        if (!dryRun) {
            target.remove(path);
        }
        removed.add(path);
    }
}
