package holdfast.server.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.util.function.BooleanSupplier;

/** Waiting for what no locator of Playwright's shows. */
final class Patience {
    private static final int STEP_MILLIS = 50;
    private static final int MOST_STEPS = 200;

    private Patience() {}

    /** Lets the browser go on until this holds. */
    static void until(Page page, BooleanSupplier holds) {
        for (int steps = 0; !holds.getAsBoolean(); steps++) {
            assertThat(steps).as("steps of %d ms", STEP_MILLIS).isLessThan(MOST_STEPS);
            page.waitForTimeout(STEP_MILLIS);
        }
    }

    /** Whether the page's service worker has kept the address that this expression of JavaScript gives. */
    static boolean kept(Page page, String address) {
        return (Boolean) page.evaluate("async () => !!await caches.match(" + address + ")");
    }
}
