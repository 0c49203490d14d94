package holdfast.vault.backup;

import holdfast.vault.host.HostStat;
import holdfast.vault.model.Failures;
import holdfast.vault.tree.TreeNode;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;

/** The content of a file that one reading thread reads whole. */
final class SmallContent implements FileContent {
    private final Future<Whole> future;
    private final Runnable onRelease;
    private boolean taken;

    /** A file as it was read. */
    record Whole(HostStat stat, List<TreeNode.Attribute> attributes, List<CutPiece> pieces) {}

    SmallContent(Future<Whole> future, Runnable onRelease) {
        this.future = future;
        this.onRelease = onRelease;
    }

    @Override
    public List<CutPiece> next() throws IOException, InterruptedException {
        if (taken) {
            return List.of();
        }
        taken = true;
        try {
            return future.get().pieces();
        } catch (ExecutionException e) {
            throw Failures.asIoException(e);
        }
    }

    @Override
    public HostStat stat() {
        return future.resultNow().stat();
    }

    @Override
    public List<TreeNode.Attribute> attributes() {
        return future.resultNow().attributes();
    }

    @Override
    public void release() {
        onRelease.run();
    }
}
