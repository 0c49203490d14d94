package holdfast.server.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.AriaRole;
import holdfast.server.custody.ConsignmentId;
import holdfast.server.custody.Consignments;
import holdfast.server.custody.HandOver;
import holdfast.server.drill.DrilledOffice.Come;
import holdfast.server.drill.DrilledOffice.OnTheWay;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Receiving on a phone where the connection comes and goes: a count that was given is never lost, and counts once. */
@BrowserTest
class PhoneReceiptTest {
    private static final String COUNT = "**/receive";

    private final Scene scene;
    private final OnTheWay trip;
    private final BrowserContext phone;
    private final Page page;

    PhoneReceiptTest(Scene scene) throws Exception {
        this.scene = scene;
        this.trip = scene.office().trip(Come.TAKEN);
        this.phone = scene.as("officer-c");
        this.page = phone.newPage();
    }

    @BeforeEach
    void openThePage() {
        Looks.Screen.PHONE.of(page);
        page.navigate("/transit/" + trip.consignment() + "/receive?lang=en");
        page.evaluate("async () => { await navigator.serviceWorker.ready; }");
    }

    @AfterEach
    void close() {
        phone.close();
    }

    @Test
    void withAConnectionTheAnswerComesAtOnce() {
        count(trip.barcode());
        sign();
        assertThat(page.locator("[data-receipt=clean]")).isVisible();
        assertThat(receipts()).isOne();
    }

    @Test
    void aMissingCartridgeIsSaidOnlyAfterTheCount() {
        assertThat(page.content()).doesNotContain(trip.barcode()).doesNotContain(trip.seal());
        count("HF9999L9");
        sign();
        assertThat(page.locator("[data-receipt=unclean]")).containsText(trip.barcode());
    }

    @Test
    void aCountGivenWithoutAConnectionArrivesOnceThereIsOne() {
        phone.setOffline(true);
        assertThat(page.locator("#offline")).isVisible();
        count(trip.barcode());
        sign();
        assertThat(page.locator("#queue")).containsText("waiting for a connection");
        assertThat(receipts()).isZero();
        phone.setOffline(false);
        assertThat(page.locator("[data-receipt=clean]")).isVisible();
        assertThat(receipts()).isOne();
    }

    @Test
    void thePageOpensWithoutAConnectionAndACountSurvivesItsReload() {
        // The worker keeps the page that it first saw; that takes a moment after it is ready.
        Patience.until(page, () -> Patience.kept(page, "location.pathname"));
        phone.setOffline(true);
        page.reload();
        assertThat(page.locator("h1")).containsText(trip.consignment());
        count(trip.barcode());
        sign();
        page.reload();
        assertThat(page.locator("#queue")).containsText("waiting for a connection");
        phone.setOffline(false);
        assertThat(page.locator("[data-receipt=clean]")).isVisible();
        assertThat(receipts()).isOne();
    }

    @Test
    void aCountWhoseAnswerWasLostIsHandedInAgainAndCountsOnce() {
        AtomicBoolean lost = new AtomicBoolean();
        page.route(COUNT, route -> loseTheAnswer(route, lost));
        count(trip.barcode());
        sign();
        Patience.until(page, lost::get);
        assertThat(page.locator("#queue")).containsText("waiting for a connection");
        assertThat(receipts()).as("the server has it, the phone does not know").isOne();
        page.unroute(COUNT);
        assertThat(page.locator("[data-receipt=clean]")).isVisible();
        assertThat(receipts()).isOne();
    }

    @Test
    void aCountStaysOnThePhoneWhenTheSessionHasEnded() {
        count(trip.barcode());
        phone.clearCookies();
        sign();
        assertThat(page.locator("#queue")).containsText("The count by officer-c is still on this phone");
        assertThat(page.locator("#queue a")).hasAttribute("href", "/sign-in");
        assertThat(receipts()).isZero();
    }

    private void count(String barcode) {
        next();
        page.locator("#scan").fill(barcode);
        page.locator("#scan").press("Enter");
        assertThat(page.locator("#scans")).hasText("1");
        page.locator(".next").click();
    }

    private void next() {
        page.locator("#case0").fill(trip.caseId());
        page.locator("#seal0").fill(trip.seal());
        page.locator(".next").click();
    }

    private void sign() {
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("I have received this"))
                .click();
    }

    private static void loseTheAnswer(Route route, AtomicBoolean lost) {
        if (route.request().method().equals("POST") && !lost.get()) {
            route.fetch();
            lost.set(true);
            route.abort();
        } else {
            route.resume();
        }
    }

    private long receipts() {
        return scene
                .office()
                .service(Consignments.class)
                .consignment(new ConsignmentId(trip.consignment()))
                .legs()
                .stream()
                .flatMap(leg -> leg.handOvers().stream())
                .filter(one -> one.kind() == HandOver.Kind.RECEIVE)
                .count();
    }
}
