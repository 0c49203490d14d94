package holdfast.server.secondsite.process;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import holdfast.crypto.Secret;
import holdfast.crypto.SigningKey;
import holdfast.ledger.FolderDisk;
import holdfast.ledger.Witness;
import holdfast.server.platform.SecretFile;
import holdfast.storage.FolderStore;
import holdfast.storage.http.AccessLog;
import holdfast.storage.http.Gate;
import holdfast.storage.http.ServingLimits;
import holdfast.storage.http.StoreHandler;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/**
 * The running second site. Its folder: {@code vault/} (the copies), {@code witness/} (keys, last checkpoints),
 * {@code watch/} (the last heartbeat), {@code alarms/}, {@code token} (mode 0600).
 */
public final class SecondSite implements AutoCloseable {
    private static final int TOKEN_BYTES = 32;

    private final HttpServer http;
    private final ScheduledExecutorService ticking;
    private final String token;
    private final Vigil vigil;
    private final AlarmBell bell;
    private final FolderLock lock;

    private SecondSite(HttpServer http, String token, Vigil vigil, AlarmBell bell, FolderLock lock) {
        this.lock = lock;
        this.http = http;
        this.token = token;
        this.vigil = vigil;
        this.bell = bell;
        this.ticking = Executors.newSingleThreadScheduledExecutor(
                task -> Thread.ofPlatform().name("vigil").daemon().unstarted(task));
    }

    /** How to run it. */
    public record Options(
            Path data,
            InetSocketAddress listen,
            String name,
            Duration silence,
            List<String> alarmProgram,
            boolean drillClock) {}

    /**
     * Starts; when this returns, it answers.
     *
     * @throws java.net.BindException if the port is taken
     */
    public static SecondSite start(Options options, InstantSource system, SecureRandom random) throws IOException {
        DrillClock drill = new DrillClock(system.instant());
        InstantSource clock = options.drillClock() ? drill : system;
        Path data = options.data();
        FolderLock lock = FolderLock.take(data);
        try {
            return start(options, clock, drill, random, lock);
        } catch (IOException | RuntimeException e) {
            lock.close();
            throw e;
        }
    }

    private static SecondSite start(
            Options options, InstantSource clock, DrillClock drill, SecureRandom random, FolderLock lock)
            throws IOException {
        Path data = options.data();
        String token = token(data.resolve("token"), random);
        HttpServer http = HttpServer.create(options.listen(), 0);
        http.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        AlarmHook hook =
                options.alarmProgram().isEmpty() ? AlarmHook.none() : AlarmHook.program(options.alarmProgram());
        AlarmBell bell = new AlarmBell(new FolderDisk(data.resolve("alarms")), clock, hook);
        Vigil vigil = new Vigil(new FolderDisk(data.resolve("watch")), clock, options.silence(), bell);
        SecondSite site = new SecondSite(http, token, vigil, bell, lock);
        http.createContext("/vault", vault(data.resolve("vault"), token, clock, random));
        site.open("/witness", false, site.witness(options, clock, random));
        site.open("/watch", true, new WatchHandler(vigil));
        site.open("/health", false, request -> request.answer(200, options.name() + "\n"));
        if (options.drillClock()) {
            site.open("/drill", true, new DrillHandler(drill, vigil));
        }
        http.start();
        if (!options.drillClock()) {
            var _ = site.ticking.scheduleWithFixedDelay(site::tick, 1, 1, TimeUnit.SECONDS);
        }
        return site;
    }

    /** Copies of the vault's objects: whoever has taken the first site cannot take its copies with it. */
    private static StoreHandler vault(Path folder, String token, InstantSource clock, SecureRandom random)
            throws IOException {
        FolderStore store = new FolderStore(folder);
        store.removeTemporary(); // what a crash left; the lock says that nobody else is writing here
        return new StoreHandler(store, Gate.only(token), ServingLimits.NONE, AccessLog.NONE, clock, random);
    }

    private WitnessHandler witness(Options options, InstantSource clock, SecureRandom random) throws IOException {
        FolderDisk disk = new FolderDisk(options.data().resolve("witness"));
        SigningKey key = SigningKey.of(seed(options.data().resolve("witness-signing.key"), random));
        Witness witness = new Witness(disk, options.name(), key, clock);
        return new WitnessHandler(witness, disk, bell, token);
    }

    private static Secret seed(Path file, SecureRandom random) throws IOException {
        if (!Files.exists(file)) {
            Secret seed = Secret.random(random, SigningKey.SEED_BYTES);
            SecretFile.write(file, seed.expose(HexFormat.of()::formatHex) + "\n");
            return seed;
        }
        try {
            return Secret.owning(
                    HexFormat.of().parseHex(Files.readString(file, UTF_8).strip()));
        } catch (IllegalArgumentException e) {
            // Without the cause: its message would show the key.
            throw new IOException("the witness's signing key " + file + " is damaged: put back a copy of it");
        }
    }

    private static String token(Path file, SecureRandom random) throws IOException {
        if (!Files.exists(file)) {
            byte[] bytes = new byte[TOKEN_BYTES];
            random.nextBytes(bytes);
            SecretFile.write(file, HexFormat.of().formatHex(bytes) + "\n");
        }
        String token = Files.readString(file, UTF_8).strip();
        if (token.length() < 32) {
            throw new IOException(
                    "the token in " + file + " has fewer than 32 characters; delete the file to get a new one");
        }
        return token;
    }

    private void open(String path, boolean needsToken, Handler handler) {
        http.createContext(path, exchange -> {
            try (exchange) {
                answer(exchange, needsToken, handler);
            }
        });
    }

    private void answer(HttpExchange exchange, boolean needsToken, Handler handler) throws IOException {
        Request request = new Request(exchange);
        try {
            if (needsToken) {
                request.demandToken(token);
            }
            handler.handle(request);
        } catch (Request.Refused e) {
            request.answer(e.status(), e.getMessage() + "\n");
        } catch (IOException | RuntimeException e) {
            System.err.println("second site: " + exchange.getRequestMethod() + " "
                    + exchange.getRequestURI().getPath() + " failed: " + e);
            if (exchange.getResponseCode() == -1) {
                request.answer(500, "the second site could not do this; its log says why\n");
            }
        }
    }

    private void tick() {
        try {
            vigil.tick();
        } catch (IOException | RuntimeException e) {
            System.err.println("second site: the vigil failed and is tried again in a second: " + e);
        }
    }

    /** Where it answers, on this machine. */
    public URI url() {
        InetSocketAddress address = http.getAddress();
        return URI.create("http://" + address.getHostString() + ":" + address.getPort());
    }

    /** What the first site must present. */
    public String token() {
        return token;
    }

    @Override
    public void close() {
        ticking.shutdownNow();
        http.stop(0);
        try {
            lock.close();
        } catch (IOException e) {
            throw new UncheckedIOException("the second site's folder could not be released", e);
        }
    }
}
