package holdfast.server.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The public's own page: a plain answer to a reference, the same one to every wrong reference, and not too often. */
@BrowserTest
class AffectedTest {
    private static final String NOBODYS = "ZZZZ-ZZZZ-ZZZZ";
    private static final Duration UNTIL_ONE_MAY_ASK_AGAIN = Duration.ofMinutes(6);
    private static final int MORE_THAN_ANYBODY_NEEDS = 12;

    private final Scene scene;

    AffectedTest(Scene scene) {
        this.scene = scene;
    }

    @BeforeEach
    void nobodyHasAskedLately() {
        scene.office().pass(UNTIL_ONE_MAY_ASK_AGAIN);
    }

    @Test
    void aReferenceIsAnsweredInEachLanguageWithNoNameAndNoAddressInTheAddress() throws Exception {
        String reference = scene.office().reference();
        try (BrowserContext context = scene.stranger()) {
            Page page = context.newPage();
            for (String language : List.of("en", "zh-Hant", "zh-Hans")) {
                page.navigate("/affected?lang=" + language);
                ask(page, reference.toLowerCase(java.util.Locale.ROOT).replace("-", " "));
                assertThat(page.locator(".answer.yes")).isVisible();
                assertThat(page.url()).doesNotContain(reference);
                assertThat(new Looks(true).problems(page, "affected-yes-" + language))
                        .isEmpty();
            }
        }
    }

    @Test
    void aWrongReferenceIsAnsweredPlainly() {
        try (BrowserContext context = scene.stranger()) {
            Page page = context.newPage();
            for (String language : List.of("en", "zh-Hant", "zh-Hans")) {
                page.navigate("/affected?lang=" + language);
                ask(page, NOBODYS);
                assertThat(page.locator(".answer.no")).isVisible();
                assertThat(new Looks(true).problems(page, "affected-no-" + language))
                        .isEmpty();
            }
        }
    }

    @Test
    void whoeverGuessesHasToWaitAndMayAskAgainLater() throws Exception {
        String reference = scene.office().reference();
        try (BrowserContext context = scene.stranger()) {
            Page page = context.newPage();
            page.navigate("/affected?lang=en");
            for (int guess = 0; guess < MORE_THAN_ANYBODY_NEEDS; guess++) {
                ask(page, NOBODYS);
            }
            ask(page, reference);
            assertThat(page.locator(".answer.later")).isVisible();
            scene.office().pass(UNTIL_ONE_MAY_ASK_AGAIN);
            ask(page, reference);
            assertThat(page.locator(".answer.yes")).isVisible();
        }
    }

    private static void ask(Page page, String reference) {
        page.locator("#reference").fill(reference);
        page.locator("#reference").press("Enter");
        page.waitForLoadState();
    }
}
