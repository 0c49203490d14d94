package holdfast.server.testing;

import holdfast.server.delivery.Delivery;
import holdfast.server.platform.Platform;
import holdfast.server.platform.ServerOptions;
import holdfast.server.platform.ServerOptions.Listen;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.util.FileSystemUtils;

/** Puts a {@link Platform} in a scratch folder under a test's context, and removes the folder with it. */
final class ScratchServer implements ApplicationContextInitializer<GenericApplicationContext> {
    @Override
    public void initialize(GenericApplicationContext context) {
        try {
            Path folder = Files.createTempDirectory("holdfast-test-");
            // As root, the database's account must be able to pass through.
            Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx--x--x"));
            SettableClock clock = new SettableClock();
            // Registered first, so destroyed last: when the database has stopped.
            context.registerBean("scratchFolder", Scratch.class, () -> new Scratch(folder));
            context.registerBean("settableClock", SettableClock.class, () -> clock);
            context.registerBean("staff", Staff.class);
            context.addBeanFactoryPostProcessor(beans -> {
                if (beans.getBeanNamesForType(Delivery.class, false, false).length == 0) {
                    beans.registerSingleton("fakeDelivery", new FakeDelivery());
                }
            });
            ServerOptions options =
                    new ServerOptions(folder.resolve("data"), 0, Listen.THIS_MACHINE, clock, false, false);
            Platform.open(options).initialize(context);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private record Scratch(Path folder) implements AutoCloseable {
        @Override
        public void close() throws IOException {
            FileSystemUtils.deleteRecursively(folder);
        }
    }
}
