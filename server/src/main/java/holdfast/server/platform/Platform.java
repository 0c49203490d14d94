package holdfast.server.platform;

import holdfast.server.platform.postgres.EmbeddedPostgres;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.support.GenericApplicationContext;

/**
 * The ground that a server is started on: the data folder is claimed first, then the database starts while
 * Spring reads its classes. Handed to the application context as an initializer; closes with it, last.
 */
public final class Platform implements ApplicationContextInitializer<GenericApplicationContext>, AutoCloseable {
    private final ServerOptions options;
    private final FolderClaim claim;
    private final CompletableFuture<EmbeddedPostgres> postgres;

    private Platform(ServerOptions options, FolderClaim claim) {
        this.options = options;
        this.claim = claim;
        this.postgres = CompletableFuture.supplyAsync(
                () -> EmbeddedPostgres.start(claim.folder(), claim.id(), options.durable()),
                task -> Thread.ofPlatform().name("database-start").start(task));
    }

    /**
     * Claims the data folder and begins to start the database.
     *
     * @throws CannotStart if the folder cannot be had
     */
    public static Platform open(ServerOptions options) {
        // Logging must be up before two threads use it.
        LoggerFactory.getLogger(Platform.class).debug("Opening {}", options.data());
        return new Platform(options, FolderClaim.take(options.data()));
    }

    public ServerOptions options() {
        return options;
    }

    public DataFolder folder() {
        return claim.folder();
    }

    /**
     * The database, once it accepts clients.
     *
     * @throws CannotStart if it does not start
     */
    EmbeddedPostgres postgres() {
        try {
            return postgres.join();
        } catch (CompletionException e) {
            throw e.getCause() instanceof CannotStart known ? known : e;
        }
    }

    @Override
    public void initialize(GenericApplicationContext context) {
        context.registerBean("platform", Platform.class, () -> this);
    }

    /** Stops the database and releases the folder. */
    @Override
    public void close() {
        try {
            postgres.join().close();
        } catch (CompletionException e) {
            // it never started, and said so
        } finally {
            claim.close();
        }
    }
}
