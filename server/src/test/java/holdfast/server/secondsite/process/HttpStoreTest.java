package holdfast.server.secondsite.process;

import holdfast.server.secondsite.SecondSiteClient;
import holdfast.storage.ObjectStore;
import holdfast.storage.ObjectStoreContract;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.io.TempDir;

/** The contract of stores, kept over HTTP by a real second site. */
class HttpStoreTest extends ObjectStoreContract {
    @TempDir
    Path folder;

    @SuppressWarnings("NullAway.Init")
    private SecondSite site;

    @Override
    protected ObjectStore emptyStore() throws IOException {
        SecondSite.Options options = new SecondSite.Options(
                folder,
                new InetSocketAddress(InetAddress.getLoopbackAddress(), 0),
                "w.example/1",
                Duration.ofMinutes(2),
                List.of(),
                false);
        site = SecondSite.start(options, InstantSource.system(), new SecureRandom());
        return new SecondSiteClient(site.url(), site.token()).store();
    }

    @Override
    protected boolean keepsForEver() {
        return true;
    }

    @AfterEach
    void stop() {
        site.close();
    }
}
