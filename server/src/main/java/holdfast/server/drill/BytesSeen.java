package holdfast.server.drill;

import holdfast.vault.model.Progress;
import java.util.concurrent.atomic.AtomicLong;

/** Tells the drill's terminal how far the vault has come. */
final class BytesSeen implements Progress {
    private final DrillProgress terminal;
    private final AtomicLong done = new AtomicLong();
    private final AtomicLong total = new AtomicLong();

    BytesSeen(DrillProgress terminal) {
        this.terminal = terminal;
    }

    @Override
    public void total(long files, long bytes) {
        total.set(bytes);
    }

    @Override
    public void advanced(long files, long bytes) {
        terminal.at(done.addAndGet(bytes), total.get(), "bytes");
    }
}
