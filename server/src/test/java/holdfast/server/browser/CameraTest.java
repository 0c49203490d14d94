package holdfast.server.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.zxing.BarcodeFormat;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import holdfast.server.browser.Film.Label;
import holdfast.server.drill.DrilledOffice.Come;
import holdfast.server.drill.DrilledOffice.OnTheWay;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Scanning with the phone's camera: without a connection too, and where it cannot be, the page says what to do. */
@BrowserTest
class CameraTest {
    private static final String SOMETHING_ELSE = "HF9999L9";

    private final Scene scene;
    private final OnTheWay trip;

    CameraTest(Scene scene) {
        this.scene = scene;
        this.trip = scene.trip(Come.TAKEN);
    }

    @Test
    void everyLabelInThePictureIsTakenOnceAndNothingThatIsNoCartridge(@TempDir Path folder) throws Exception {
        Path film = Film.of(
                folder.resolve("table.y4m"),
                List.of(
                        new Label(BarcodeFormat.CODE_39, trip.barcode()),
                        new Label(BarcodeFormat.CODE_128, trip.caseId()),
                        new Label(BarcodeFormat.QR_CODE, SOMETHING_ELSE)));
        try (Browser browser = scene.withCamera(film);
                BrowserContext phone = scene.as("officer-c", browser)) {
            Page page = countingPage(phone);
            Faults faults = Faults.on(page);
            Patience.until(page, () -> Patience.kept(page, "document.querySelector('link.reader[as=fetch]').href"));
            phone.setOffline(true);
            page.locator(".camera").click();
            assertThat(page.locator("ul.barcodes li")).hasCount(2);
            assertThat(page.locator("ul.barcodes")).containsText(trip.barcode());
            assertThat(page.locator("ul.barcodes")).containsText(SOMETHING_ELSE);
            assertThat(page.locator("#scan-wrong")).isEmpty();
            assertThat(new Looks(true).problems(page, "receive-camera-en")).isEmpty();
            page.locator(".next").click();
            assertThat(page.locator("video.finder")).isHidden();
            assertThat(page.locator("#sum-count")).hasText("2");
            assertThat(page.evaluate("document.querySelector('video.finder').srcObject"))
                    .isNull();
            assertThat(faults.taken()).isEmpty();
        }
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "the camera is refused, NotAllowedError, true, Allow it for this page",
        "there is no camera, NotFoundError, true, There is no camera to be had",
        "the address is not secure, TypeError, false, works only under a secure address"
    })
    void whereTheCameraCannotBeUsedThePageSaysWhyAndTypingServes(
            String why, String error, boolean secure, String said) {
        try (BrowserContext phone = scene.as("officer-c")) {
            phone.addInitScript("Object.defineProperty(window, 'isSecureContext', { value: " + secure + " });"
                    + "navigator.mediaDevices.getUserMedia = async () => { throw new DOMException('no', '" + error
                    + "'); };");
            Page page = countingPage(phone);
            page.locator(".camera").click();
            assertThat(page.locator(".camera-says")).containsText(said);
            page.locator("#scan").fill(trip.barcode());
            page.locator("#scan").press("Enter");
            assertThat(page.locator("#scans")).hasText("1");
        }
    }

    /** The receiving page of the trip, at the step that counts cartridges. Nothing is handed in here. */
    private Page countingPage(BrowserContext phone) {
        Page page = phone.newPage();
        Looks.Screen.PHONE.of(page);
        page.navigate("/transit/" + trip.consignment() + "/receive?lang=en");
        page.locator("#case0").fill(trip.caseId());
        page.locator("#seal0").fill(trip.seal());
        page.locator(".next").click();
        return page;
    }
}
