import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.ColorScheme;
import java.nio.file.Path;
import java.util.List;

/** Takes the README's pictures of a drill's console and report: TakePictures ADDRESS PASSWORD REPORT FOLDER. */
final class TakePictures {
    private static final List<String> CHROMIUM = List.of(
            "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
            "--disable-component-update", "--disable-sync");

    public static void main(String[] arguments) {
        String console = arguments[0];
        Path folder = Path.of(arguments[3]);
        try (Playwright playwright = Playwright.create();
                Browser browser = playwright.chromium().launch(new BrowserType.LaunchOptions()
                        .setExecutablePath(Path.of("/usr/bin/chromium"))
                        .setArgs(CHROMIUM))) {
            Page wide = page(browser, 1180, 860, ColorScheme.LIGHT);
            picture(wide, Path.of(arguments[2]).toUri().toString(), folder.resolve("drill-report.png"));
            signIn(wide, console, arguments[1]);
            picture(wide, console + "/", folder.resolve("overview.png"));
            wide.navigate(console + "/incidents");
            String incident = wide.locator("main a[href*='/incidents/']").first().getAttribute("href");
            picture(wide, console + incident, folder.resolve("incident.png"));
            Page phone = page(browser, 390, 844, ColorScheme.DARK);
            signIn(phone, console, arguments[1]);
            picture(phone, console + "/", folder.resolve("overview-phone.png"));
            picture(phone, console + incident, folder.resolve("incident-phone.png"));
        }
    }

    private static Page page(Browser browser, int width, int height, ColorScheme scheme) {
        BrowserContext context = browser.newContext(new Browser.NewContextOptions()
                .setViewportSize(width, height)
                .setColorScheme(scheme)
                .setLocale("en"));
        return context.newPage();
    }

    private static void signIn(Page page, String console, String password) {
        page.navigate(console + "/sign-in");
        page.fill("#username", "head");
        page.fill("#password", password);
        page.press("#password", "Enter");
        page.waitForLoadState();
    }

    private static void picture(Page page, String address, Path file) {
        page.navigate(address);
        page.screenshot(new Page.ScreenshotOptions().setPath(file));
    }
}
