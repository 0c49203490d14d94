package holdfast.server.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import holdfast.server.drill.DrilledOffice.Come;
import holdfast.server.drill.DrilledOffice.OnTheWay;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The console without a mouse: whoever cannot use one does all that others do, and sees where they are. */
@BrowserTest
class KeyboardTest {
    private static final int STOPS = 60;

    private final Scene scene;

    KeyboardTest(Scene scene) {
        this.scene = scene;
    }

    @Test
    void theFirstStopSkipsTheNavigation() {
        try (BrowserContext context = scene.as("head")) {
            Page page = context.newPage();
            page.navigate("/");
            page.keyboard().press("Tab");
            Locator skip = page.getByText("Skip to the content");
            assertThat(skip).isFocused();
            assertThat(skip).isInViewport();
            page.keyboard().press("Enter");
            assertThat(page.locator("#main")).isFocused();
        }
    }

    @Test
    void somebodySignsInAndOpensAnIncident() {
        try (BrowserContext context = scene.stranger()) {
            Page page = context.newPage();
            page.navigate("/sign-in");
            Keyboard keyboard = new Keyboard(page);
            keyboard.type(page.getByLabel("Sign-in name"), "head");
            keyboard.type(page.getByLabel("Password"), scene.office().password());
            page.keyboard().press("Enter");
            page.waitForURL(scene.url("/"));
            keyboard.follow(page.locator(".rail a[href='/incidents']"));
            keyboard.follow(
                    page.locator("main a[href='/incidents/" + scene.office().incident() + "']"));
            assertThat(page.locator("h1")).containsText(Pattern.compile("lost"));
        }
    }

    @Test
    void aCaseIsReceived() throws Exception {
        OnTheWay trip = scene.office().trip(Come.TAKEN);
        try (BrowserContext context = scene.as("officer-c")) {
            Page page = context.newPage();
            page.navigate("/transit/" + trip.consignment());
            Keyboard keyboard = new Keyboard(page);
            keyboard.follow(page.locator("main .acts a[href$='/receive']"));
            keyboard.type(page.locator("#case0"), trip.caseId());
            page.keyboard().press("Enter");
            keyboard.type(page.locator("#seal0"), trip.seal());
            page.keyboard().press("Enter");
            keyboard.type(page.locator("#scan"), trip.barcode());
            page.keyboard().press("Enter");
            keyboard.follow(page.locator(".next"));
            keyboard.follow(
                    page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("I have received this")));
            assertThat(page.locator("[data-receipt=clean]")).isVisible();
        }
    }

    /** Every stop of a long page, also where a phone's bar lies over its foot. */
    @ParameterizedTest
    @EnumSource(Looks.Screen.class)
    void noStopIsInvisibleOrCovered(Looks.Screen screen) {
        try (BrowserContext context = scene.as("dpo")) {
            Page page = context.newPage();
            screen.of(page);
            for (String path : List.of("/", "/transit/" + scene.office().lostConsignment(), "/desk", "/passkeys")) {
                page.navigate(path);
                for (int stop = 0; stop < STOPS; stop++) {
                    page.keyboard().press("Tab");
                    assertThat(new Keyboard(page).hiddenFocus())
                            .as("stop %d of %s on a %s", stop, path, screen)
                            .isEmpty();
                }
            }
        }
    }
}
