package holdfast.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Watches a process and its descendants: the most memory that any one of them had. The kernel keeps the high-water
 * mark of each process ({@code VmHWM}), so looking forty times a second misses only what the last moment adds.
 */
final class PeakMemory implements AutoCloseable {
    private static final long EVERY_MILLIS = 25;

    private final long top;
    private final Thread watcher;
    private volatile long bytes;

    PeakMemory(long pid) {
        this.top = pid;
        this.watcher = Thread.ofPlatform().daemon().name("memory").start(this::watch);
    }

    long bytes() {
        return bytes;
    }

    private void watch() {
        try {
            while (true) {
                look(top);
                Thread.sleep(EVERY_MILLIS);
            }
        } catch (InterruptedException e) {
            // The process has ended.
        }
    }

    private void look(long pid) {
        Path process = Path.of("/proc", Long.toString(pid));
        try {
            for (String line : Files.readAllLines(process.resolve("status"))) {
                if (line.startsWith("VmHWM:")) {
                    long kib = Long.parseLong(line.replaceAll("\\D", ""));
                    bytes = Math.max(bytes, kib << 10);
                }
            }
            String children = Files.readString(process.resolve("task/" + pid + "/children")).trim();
            if (!children.isEmpty()) {
                for (String child : children.split(" ")) {
                    look(Long.parseLong(child));
                }
            }
        } catch (IOException e) {
            // It ended between two looks.
        }
    }

    @Override
    public void close() throws InterruptedException {
        watcher.interrupt();
        watcher.join();
    }
}
