package holdfast.server.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import holdfast.server.access.OwnPasskeys;
import holdfast.server.access.Role;
import holdfast.server.record.ActorId;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Signing in without a password, from the first administrator on, with the authenticators that Chromium makes up. */
@BrowserTest
class PasskeyTest {
    /** Asks as a page of this person could, and tells the status of the answer. */
    private static final String ASK = """
            async ([method, path]) => {
              const token = document.querySelector("input[name=_csrf]").value;
              return (await fetch(path, { method, headers: { "X-CSRF-TOKEN": token } })).status;
            }
            """;

    private final Scene scene;

    PasskeyTest(Scene scene) {
        this.scene = scene;
    }

    @Test
    void theFirstAdministratorNeedsNoPasswordAndARemovedPasskeyOpensNothing() throws Exception {
        try (NewServer server = NewServer.start();
                BrowserContext context = scene.stranger(server.address())) {
            Page page = context.newPage();
            Authenticators authenticators = Authenticators.of(page);
            String first = authenticators.plugIn("usb");
            server.begin(page, "passkey");
            assertThat(page.locator("main")).containsText("Make a passkey before you leave");
            make(page, "grey key");
            assertThat(page.locator("main")).containsText("The passkey is made");

            NewServer.signOut(page);
            signInByPasskey(page);
            assertThat(page).hasURL(server.address() + "/");

            authenticators.touched(first, false);
            String second = authenticators.plugIn("nfc");
            page.navigate("/passkeys");
            make(page, "blue key");
            assertThat(row(page, "grey key")).isVisible();
            remove(page, "grey key");
            assertThat(row(page, "grey key")).hasCount(0);
            assertThat(row(page, "blue key")).isVisible();

            NewServer.signOut(page);
            authenticators.touched(second, false);
            authenticators.touched(first, true);
            signInByPasskey(page);
            assertThat(page.locator("#passkey-wrong")).containsText("was not accepted");
            assertThat(page).hasURL(server.address() + "/sign-in?out");

            authenticators.touched(first, false);
            authenticators.touched(second, true);
            page.reload();
            signInByPasskey(page);
            assertThat(page).hasURL(server.address() + "/");

            page.navigate("/passkeys");
            remove(page, "blue key");
            assertThat(page.locator("main")).containsText("only way to sign in");
            assertThat(row(page, "blue key")).isVisible();
        }
    }

    @Test
    void nobodyRemovesAnothersPasskey() throws Exception {
        try (NewServer server = NewServer.start();
                BrowserContext context = scene.stranger(server.address())) {
            Page page = context.newPage();
            Authenticators.of(page).plugIn("usb");
            server.begin(page, "passkey");
            make(page, "mine");
            String form = page.locator("form[action*='/remove']").getAttribute("action");
            String passkey = form.replaceAll("/passkeys/(.*)/remove", "$1");

            NewServer.signOut(page);
            server.signIn(page, server.enrol("kit", Role.OPERATOR));
            page.navigate("/passkeys");
            page.evaluate(ASK, List.of("POST", "/passkeys/" + passkey + "/remove"));
            assertThat(page.evaluate(ASK, List.of("DELETE", "/webauthn/register/" + passkey)))
                    .isEqualTo(403);
            assertThat(server.server().service(OwnPasskeys.class).of(new ActorId("mei")))
                    .hasSize(1);
        }
    }

    private static void make(Page page, String label) {
        page.locator("#label").fill(label);
        page.locator("#passkey-register").click();
        assertThat(row(page, label)).isVisible();
    }

    private static void remove(Page page, String label) {
        row(page, label).getByRole(AriaRole.BUTTON).click();
        page.waitForLoadState();
    }

    private static Locator row(Page page, String label) {
        return page.locator("tbody tr").filter(new Locator.FilterOptions().setHasText(label));
    }

    private static void signInByPasskey(Page page) {
        page.locator("#passkey-sign-in").click();
    }
}
