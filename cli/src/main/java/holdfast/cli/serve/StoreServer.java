package holdfast.cli.serve;

import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import holdfast.storage.FolderStore;
import holdfast.storage.http.AccessLog;
import holdfast.storage.http.ServingLimits;
import holdfast.storage.http.StoreHandler;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.StandardOpenOption;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;

/** A folder served over HTTPS, by the JDK's own server; one server a folder. */
public final class StoreServer implements AutoCloseable {
    private final HttpsServer https;
    private final Duration finish;
    private final ExecutorService requests;
    private final UsedShares shares;
    private final FileChannel lock;

    private StoreServer(
            HttpsServer https, Duration finish, ExecutorService requests, UsedShares shares, FileChannel lock) {
        this.https = https;
        this.finish = finish;
        this.requests = requests;
        this.shares = shares;
        this.lock = lock;
    }

    /**
     * How to serve.
     *
     * @param path where the objects are below the host, {@code /} or {@code /some/path}
     * @param largest object, in bytes
     * @param keep nothing younger is deleted, whoever signs
     * @param finish how long requests that run may go on when it is closed, whole seconds
     */
    public record Options(InetSocketAddress listen, String path, long largest, Duration keep, Duration finish) {}

    /**
     * What a JDK's server takes from nobody but the system's properties, before its first use: a request that has not
     * arrived whole in ten minutes is cut off, so is an idle connection after one; and there are at most 512.
     */
    public static void limitConnections() {
        System.setProperty("sun.net.httpserver.maxReqTime", "600");
        System.setProperty("sun.net.httpserver.maxRspTime", "3600");
        System.setProperty("sun.net.httpserver.idleInterval", "60");
        System.setProperty("sun.net.httpserver.nodelay", "true");
        System.setProperty("jdk.httpserver.maxConnections", "512");
    }

    /**
     * Starts; when this returns, it answers.
     *
     * @throws IOException if another server has the folder, or the port is taken
     */
    public static StoreServer start(
            ServedFolder folder,
            Certificates certificates,
            Options options,
            AccessLog log,
            InstantSource clock,
            SecureRandom random)
            throws IOException {
        folder.prepare();
        FileChannel lock = lock(folder);
        try {
            FolderStore store = new FolderStore(folder.root());
            Tokens tokens = new Tokens(folder);
            HttpsServer https = HttpsServer.create(options.listen(), 0);
            UsedShares shares = UsedShares.open(folder, store, tokens);
            ServingLimits limits = new ServingLimits(options.largest(), options.keep(), shares);
            https.setHttpsConfigurator(new HttpsConfigurator(certificates.context()));
            ExecutorService requests = Executors.newVirtualThreadPerTaskExecutor();
            https.setExecutor(requests);
            https.createContext(
                    options.path(), new StoreHandler(store, new FolderGate(tokens, store), limits, log, clock, random));
            https.start();
            return new StoreServer(https, options.finish(), requests, shares, lock);
        } catch (IOException | RuntimeException e) {
            lock.close();
            throw e;
        }
    }

    private static FileChannel lock(ServedFolder folder) throws IOException {
        FileChannel channel = FileChannel.open(folder.lock(), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        @Nullable FileLock taken;
        try {
            taken = channel.tryLock();
        } catch (OverlappingFileLockException e) {
            taken = null; // another one in this very process
        }
        if (taken == null) {
            channel.close();
            throw new IOException("another server is running on the folder " + folder.root());
        }
        return channel;
    }

    public int port() {
        return https.getAddress().getPort();
    }

    /** Takes no new requests, and lets those that run finish for a while. */
    @Override
    public void close() throws IOException {
        https.stop((int) finish.toSeconds());
        requests.shutdownNow();
        shares.close();
        lock.close();
    }
}
