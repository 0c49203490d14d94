package holdfast.vault.backup;

import holdfast.vault.host.HostFile;
import holdfast.vault.model.Failures;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;

/**
 * Lists folders ahead of the thread that walks them: on a cold disk most of a walk is waiting for the inodes of one
 * folder after another, and on a warm one it is calls that a second processor can make. Ahead are at most
 * {@link #AHEAD} folders for each level of the tree.
 */
final class ListAhead implements AutoCloseable {
    static final int LISTERS = 8;
    private static final int AHEAD = 8;

    private final ExecutorService listers;

    /** @param listers shut down by {@link #close} */
    ListAhead(ExecutorService listers) {
        this.listers = listers;
    }

    /** The listings of those of some files that are folders; each is to be taken once, in this order. */
    Listings of(List<HostFile> files) {
        return new Listings(
                files.stream().filter(file -> file.stat().isFolder()).iterator());
    }

    /** Used by the walking thread alone. */
    final class Listings {
        private final Iterator<HostFile> folders;
        private final Deque<Future<List<HostFile>>> started = new ArrayDeque<>(AHEAD);

        private Listings(Iterator<HostFile> folders) {
            this.folders = folders;
            startMore();
        }

        private void startMore() {
            while (started.size() < AHEAD && folders.hasNext()) {
                started.add(listers.submit(folders.next()::children));
            }
        }

        /** The next folder's entries. */
        List<HostFile> take() throws IOException, InterruptedException {
            Future<List<HostFile>> next = started.remove();
            startMore();
            try {
                return next.get();
            } catch (ExecutionException e) {
                throw Failures.asIoException(e);
            }
        }
    }

    @Override
    public void close() {
        listers.shutdownNow();
    }
}
