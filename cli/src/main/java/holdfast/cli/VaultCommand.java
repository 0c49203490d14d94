package holdfast.cli;

import holdfast.storage.FolderStore;
import holdfast.storage.ObjectStore;
import holdfast.storage.SteadyStore;
import holdfast.vault.Vault;
import holdfast.vault.model.FailedFile;
import holdfast.vault.model.VaultContext;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** A subcommand that works on a vault. */
abstract class VaultCommand implements Callable<Integer> {
    /** The command above, or the one above that: {@code holdfast key add}. */
    @ParentCommand
    private @Nullable Object parent;

    @Mixin
    @SuppressWarnings("NullAway.Init")
    CommonOptions own;

    @Spec
    @SuppressWarnings("NullAway.Init")
    CommandSpec spec;

    final PrintWriter out() {
        return spec.commandLine().getOut();
    }

    final PrintWriter err() {
        return spec.commandLine().getErr();
    }

    /** The options, here or before the subcommand. */
    final CommonOptions common() {
        return switch (parent) {
            case KeyCommand key -> own.orElse(key.common.common);
            case RepairCommand repair -> own.orElse(repair.common.common);
            case Holdfast holdfast -> own.orElse(holdfast.common);
            case null, default -> own;
        };
    }

    /** The store that {@code -r} or the environment names. */
    final ObjectStore store() throws IOException {
        String place = common().repository == null ? System.getenv("HOLDFAST_REPOSITORY") : common().repository;
        if (place == null || place.isEmpty()) {
            throw new ParameterException(
                    spec.commandLine(), "which vault? Give its folder with -r, or set HOLDFAST_REPOSITORY");
        }
        return store(place);
    }

    final ObjectStore store(String place) throws IOException {
        if (place.matches("https?://.*")) {
            return new RemoteStores(common().stores, Clock.systemUTC()).open(place);
        }
        if (place.matches("[a-z][a-z0-9+]+://.*")) {
            throw new ParameterException(
                    spec.commandLine(),
                    "a vault at " + place + " cannot be reached by this version; give a folder, or https://…");
        }
        return new SteadyStore(new FolderStore(Path.of(place)), failures -> Thread.sleep(100L << failures));
    }

    final Vault open() throws IOException {
        return open(store());
    }

    final Vault open(ObjectStore store) throws IOException {
        return Vault.open(store, new Credentials(common()).existing(), context());
    }

    /** The one place of the command line where the clock and the random source are the machine's. */
    final VaultContext context() {
        VaultContext context = VaultContext.of(Clock.systemUTC(), new SecureRandom());
        return common().noCache ? context : context.cachedIn(CacheFolder.of(common().cacheFolder));
    }

    /** Tells of a file that was left out. */
    final void failed(String what, FailedFile failure) {
        err().println(
                        common().json
                                ? new Json()
                                        .put("message_type", "error")
                                        .put("during", what)
                                        .put("path", failure.path().toString())
                                        .put("reason", failure.reason())
                                        .toString()
                                : "holdfast: " + what + ": " + failure.path() + ": " + failure.reason());
    }

    /** From now on Ctrl-C lets the command put things in order. */
    final void awaitMe() {
        CommandLine root = spec.commandLine();
        while (root.getParent() != null) {
            root = root.getParent();
        }
        if (root.getCommand() instanceof Holdfast holdfast) {
            holdfast.interruption.ifPresent(Interruption::awaitMe);
        }
    }
}
