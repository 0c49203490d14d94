package holdfast.server.notice;

import java.util.concurrent.CompletableFuture;

/**
 * A sender's process.
 *
 * @param ended completed with its exit value when it ends: 0 when everything has an end or is in doubt; killed by a signal
 *     128 plus its number
 */
public record SenderRun(long pid, CompletableFuture<Integer> ended) {
    /** Ends the process with SIGKILL, as a power cut would: for drills. */
    public void kill() {
        ProcessHandle.of(pid).ifPresent(ProcessHandle::destroyForcibly);
    }
}
