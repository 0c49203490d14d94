package holdfast.server.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import holdfast.server.notice.SenderRun;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** Notices on their way: the page tells how far they are without being loaded again. */
@BrowserTest
class LiveProgressTest {
    private static final int PER_SECOND = 60;

    private final Scene scene;

    LiveProgressTest(Scene scene) {
        this.scene = scene;
    }

    @Test
    void theNumberClimbsWhileTheSenderRunsAndComesToRest() throws Exception {
        try (BrowserContext context = scene.as("dpo")) {
            Page page = context.newPage();
            Faults faults = Faults.on(page);
            SenderRun run = scene.office().send(PER_SECOND);
            page.navigate("/incidents/" + scene.office().incident() + "?lang=en");
            page.evaluate("window.sameAsBefore = true");
            int before = settled(page);
            assertThat(page.locator("#progress .big")).not().hasText(String.valueOf(before));
            run.ended().get(60, TimeUnit.SECONDS);
            assertThat(page.locator("#progress[hx-get]")).hasCount(0);
            assertThat(page.evaluate("window.sameAsBefore")).isEqualTo(true);
            assertThat(settled(page)).isGreaterThan(before);
            assertThat(faults.taken()).isEmpty();
        }
    }

    private static int settled(Page page) {
        return Integer.parseInt(page.locator("#progress .big").textContent().replaceAll("\\D", ""));
    }
}
