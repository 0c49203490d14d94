package holdfast.storage.http;

import holdfast.storage.Approval;
import holdfast.storage.ObjectStore;
import holdfast.storage.ObjectStoreContract;
import java.io.IOException;
import java.nio.file.Path;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.io.TempDir;

/** The contract of stores, kept over HTTP. */
class HttpStoreTest extends ObjectStoreContract {
    @TempDir
    Path folder;

    @SuppressWarnings("NullAway.Init")
    private TestServer server;

    @Override
    protected ObjectStore emptyStore() throws IOException {
        server = new TestServer(folder, ServingLimits.NONE, UnaryOperator.identity());
        return server.client("writer");
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Override
    protected boolean keepsForEver() {
        return true;
    }

    @Override
    protected boolean ownerDeletes() {
        return true;
    }

    @Override
    protected Approval ownersApproval() {
        return TestServer.OWNER;
    }
}
