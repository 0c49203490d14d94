package holdfast.server.secondsite;

import static org.assertj.core.api.Assertions.assertThat;

import holdfast.storage.ObjectName;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SecondSiteProcessTest {
    @TempDir
    Path folder;

    @Test
    void whatItTookBeforeItWasKilledIsThereWhenItStartsAgain() throws Exception {
        Instant now = Instant.parse("2024-12-23T01:00:00Z");
        ObjectName name = new ObjectName("packs/3f/3f09");
        String key;
        try (SecondSiteProcess site = SecondSiteProcess.start(folder, "--drill-clock")) {
            SecondSiteClient client = site.client();
            client.setDrillClock(now);
            client.store().put(name, new byte[] {7});
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
