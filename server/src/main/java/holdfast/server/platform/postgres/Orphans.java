package holdfast.server.platform.postgres;

import holdfast.server.platform.CannotStart;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Processes of our database that outlived the server that started them, because it was killed. The caller
 * holds the lock of the data folder, so whatever still works on these files is nobody's.
 */
final class Orphans {
    private static final Logger log = LoggerFactory.getLogger(Orphans.class);
    private static final Duration POLITE = Duration.ofSeconds(20);
    private static final Duration FIRM = Duration.ofSeconds(10);

    private Orphans() {}

    /** Ends them, waits until they are gone, and removes the lock file they leave. */
    static void stop(Path data) {
        List<ProcessHandle> running = workingIn(data);
        if (!running.isEmpty()) {
            log.warn("A database of an earlier server still runs in {}; it is stopped first.", data);
            // SIGTERM ends a postmaster when its clients are gone, and they are; a lone backend at once.
            running.forEach(ProcessHandle::destroy);
            if (!gone(data, POLITE)) {
                workingIn(data).forEach(ProcessHandle::destroyForcibly);
                if (!gone(data, FIRM)) {
                    throw new CannotStart("A database of an earlier server still runs in " + data + " as pid "
                            + workingIn(data).getFirst().pid() + " and cannot be stopped. Stop it by hand.");
                }
            }
        }
        try {
            Files.deleteIfExists(data.resolve("postmaster.pid"));
        } catch (IOException e) {
            throw new CannotStart("Cannot remove " + data.resolve("postmaster.pid") + ": " + e.getMessage(), e);
        }
    }

    private static boolean gone(Path data, Duration patience) {
        long end = System.nanoTime() + patience.toNanos();
        while (System.nanoTime() < end) {
            if (workingIn(data).isEmpty()) {
                return true;
            }
            Pause.millis(10);
        }
        return false;
    }

    /** A postmaster and its children have the data directory as their working directory. */
    static List<ProcessHandle> workingIn(Path data) {
        return ProcessHandle.allProcesses()
                .filter(process -> folderOf(process).filter(data::equals).isPresent())
                .toList();
    }

    /** The process id that the database's own lock file names, if it says that it is ready for clients. */
    static Optional<Long> readyPid(Path data) {
        try {
            List<String> lines = Files.readAllLines(data.resolve("postmaster.pid"), StandardCharsets.UTF_8);
            boolean ready = lines.size() >= 8 && lines.get(7).strip().equals("ready");
            return ready ? Optional.of(Long.parseLong(lines.getFirst().strip())) : Optional.empty();
        } catch (IOException | NumberFormatException e) {
            return Optional.empty(); // not written yet, or being written
        }
    }

    private static Optional<Path> folderOf(ProcessHandle process) {
        try {
            return Optional.of(Files.readSymbolicLink(Path.of("/proc/" + process.pid() + "/cwd")));
        } catch (IOException e) {
            return Optional.empty(); // ended meanwhile, or another account's
        }
    }
}
