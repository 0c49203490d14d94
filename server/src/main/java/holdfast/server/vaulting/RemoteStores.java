package holdfast.server.vaulting;

import static java.nio.charset.StandardCharsets.UTF_8;

import holdfast.server.place.SiteId;
import holdfast.server.platform.DataFolder;
import holdfast.server.platform.SecretFile;
import holdfast.storage.http.HttpStore;
import holdfast.storage.http.Patience;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Where other sites keep our copies, and the tokens they know us by. */
@Component
class RemoteStores {
    private static final Set<String> THIS_MACHINE = Set.of("localhost", "127.0.0.1", "[::1]");

    private final CopyStore store;
    private final DataFolder data;

    RemoteStores(CopyStore store, DataFolder data) {
        this.store = store;
        this.data = data;
    }

    /** @throws VaultRefused for an address over which the token would travel in the clear */
    void connect(SiteId site, URI url, String token) {
        boolean safe = "https".equals(url.getScheme())
                || ("http".equals(url.getScheme()) && THIS_MACHINE.contains(String.valueOf(url.getHost())));
        if (!safe) {
            throw new VaultRefused("refused.second-site-address", url);
        }
        try {
            SecretFile.write(tokenFile(site), token + "\n");
        } catch (IOException e) {
            throw new VaultRefused(e, "refused.token-not-kept", site, String.valueOf(e.getMessage()));
        }
        store.remote(site, url);
    }

    HttpStore open(SiteId site) {
        URI url = store.remote(site).orElseThrow(() -> new VaultRefused("refused.second-site-none", site));
        try {
            String token = Files.readString(tokenFile(site), UTF_8).strip();
            return HttpStore.at(URI.create(url + "/vault"), token, Patience.brief());
        } catch (IOException e) {
            throw new VaultRefused(e, "refused.token-unreadable", site);
        }
    }

    private Path tokenFile(SiteId site) {
        return data.secrets().resolve("second-site-" + site + ".token");
    }
}
