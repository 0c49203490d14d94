package holdfast.server.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;

/** What a page looks like on paper: all that it says, and nothing that only a screen needs. */
@BrowserTest
class PrintTest {
    private static final int MOST_PAGES = 16;

    private final Scene scene;

    PrintTest(Scene scene) {
        this.scene = scene;
    }

    @Test
    void anIncidentIsPrintedWithItsEvidenceAndWithoutTheNavigation() throws IOException {
        String paper = print("dpo", "/incidents/" + scene.office().incident());
        assertThat(paper).contains("400", "What happened", "How are the media encrypted?");
        assertThat(paper).as("closed on the screen, open on paper").contains("A person is on a cartridge");
    }

    @Test
    void aConsignmentIsPrintedWithItsHandOvers() throws IOException {
        String paper = print("manager", "/transit/" + scene.office().lostConsignment());
        assertThat(paper).contains("Hand-overs", "K-07", "004417");
    }

    @Test
    void theLedgerIsPrintedWithItsEntries() throws IOException {
        assertThat(print("auditor", "/ledger")).contains("Ledger".toLowerCase(java.util.Locale.ROOT));
    }

    private String print(String person, String path) throws IOException {
        try (BrowserContext context = scene.as(person)) {
            Page page = context.newPage();
            page.navigate(path + "?lang=en");
            // A dark screen must not make dark paper.
            page.emulateMedia(
                    new Page.EmulateMediaOptions().setColorScheme(com.microsoft.playwright.options.ColorScheme.DARK));
            byte[] pdf = page.pdf(new Page.PdfOptions().setPreferCSSPageSize(true));
            keep(pdf, path);
            try (PDDocument document = Loader.loadPDF(pdf)) {
                String text = new PDFTextStripper().getText(document);
                assertThat(document.getNumberOfPages()).isBetween(1, MOST_PAGES);
                assertThat(text.lines().map(String::strip))
                        .as("only for a screen")
                        .doesNotContainAnyElementsOf(
                                List.of("Skip to the content", "Sign out", "繁體中文", "In transit Media", "Overview"));
                return text;
            }
        }
    }

    private static void keep(byte[] pdf, String path) throws IOException {
        String folder = System.getProperty("holdfast.pictures");
        if (folder != null) {
            Files.write(Path.of(folder, "print" + path.replaceAll("[^a-zA-Z0-9]+", "-") + ".pdf"), pdf);
        }
    }
}
