package holdfast.server.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import holdfast.server.access.Role;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** An office on its first day: set up by password where there is no authenticator, with nothing in it yet. */
@BrowserTest
class FirstDayTest {
    private static final List<String> PAGES = List.of(
            "/",
            "/transit",
            "/media",
            "/stocktakes",
            "/incidents",
            "/notices",
            "/desk",
            "/ledger",
            "/keys",
            "/procedures",
            "/drills");

    private final Scene scene;

    FirstDayTest(Scene scene) {
        this.scene = scene;
    }

    @Test
    void aPasswordServesWithoutAnAuthenticatorAndEveryEmptyPageSaysWhatItIs() throws Exception {
        try (NewServer server = NewServer.start();
                BrowserContext context = scene.stranger(server.address())) {
            context.addInitScript("delete window.PublicKeyCredential");
            Page page = context.newPage();
            page.navigate("/");
            assertThat(page).hasURL(server.address() + "/set-up");
            assertThat(page.locator("input[value=passkey]")).isHidden();
            for (String language : List.of("zh-Hant", "zh-Hans", "en")) {
                page.navigate("/set-up?lang=" + language);
                assertThat(new Looks(true).problems(page, "set-up-" + language)).isEmpty();
            }
            Looks.Screen.DESK.of(page);
            server.begin(page, "password");
            assertThat(page).hasURL(server.address() + "/settings");
            List<String> problems = new ArrayList<>(looks(page, "/"));
            problems.addAll(looks(page, "/settings"));

            Looks.Screen.DESK.of(page);
            NewServer.signOut(page);
            assertThat(page.locator("#passkey-sign-in")).isHidden();
            server.signIn(page, server.enrol("grace", Role.MANAGER));
            for (String path : PAGES) {
                problems.addAll(looks(page, path));
            }
            assertThat(problems).isEmpty();
        }
    }

    private static List<String> looks(Page page, String path) {
        Faults faults = Faults.on(page);
        page.navigate(path);
        assertThat(page.locator("h1")).not().isEmpty();
        List<String> problems =
                new ArrayList<>(new Looks(true).problems(page, "empty" + path.replace('/', '-') + "-en"));
        problems.addAll(faults.taken());
        return problems.stream().map(problem -> path + " " + problem).toList();
    }
}
