package holdfast.server.secondsite;

import static org.assertj.core.api.Assertions.assertThat;

import holdfast.storage.ObjectName;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SecondSiteProcessTest {
    @TempDir
    Path folder;

    @Test
    void whatItTookBeforeItWasKilledIsThereWhenItStartsAgain() throws Exception {
        Instant now = Instant.parse("2024-12-23T01:00:00Z");
        byte[] pack = {7};
        String hash =
                HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(pack));
        ObjectName name = new ObjectName("packs/" + hash.substring(0, 2) + "/" + hash);
        String key;
        try (SecondSiteProcess site = SecondSiteProcess.start(folder, "--drill-clock")) {
            SecondSiteClient client = site.client();
            client.setDrillClock(now);
            client.store().put(name, pack);
            client.beat(new Heartbeat("tower", now, List.of()));
            key = client.witnessKey();
            site.kill();
        }
        try (SecondSiteProcess site = SecondSiteProcess.start(folder, "--drill-clock")) {
            SecondSiteClient client = site.client();
            assertThat(client.store().get(name)).containsExactly(7);
            assertThat(client.report().lastHeard()).contains(now);
            assertThat(client.witnessKey()).isEqualTo(key);
        }
    }
}
