package holdfast.server.browser;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import holdfast.server.drill.DrilledOffice;
import holdfast.server.drill.DrilledOffice.Come;
import holdfast.server.drill.DrilledOffice.OnTheWay;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;

/** The drill's office, a browser, and whoever has signed in with it. For one thread. */
final class Scene implements AutoCloseable {
    private final DrilledOffice office;
    private final Map<Come, OnTheWay> trips = new EnumMap<>(Come.class);
    private final Playwright playwright;
    private final Browser browser;
    private final Map<String, String> sessions = new LinkedHashMap<>();
    private final Map<String, BrowserContext> lookers = new LinkedHashMap<>();

    private Scene(DrilledOffice office) throws Exception {
        this.office = office;
        for (Come far : Come.values()) {
            trips.put(far, office.trip(far));
        }
        office.sendHalf();
        office.goOn();
        this.playwright = Chromium.playwright();
        this.browser = Chromium.launch(playwright);
    }

    static Scene open() {
        try {
            return new Scene(DrilledOffice.open());
        } catch (Exception e) {
            throw new IllegalStateException("The office of the browser tests did not open: " + e.getMessage(), e);
        }
    }

    DrilledOffice office() {
        return office;
    }

    /** A trip that has come so far and stays there: for looking at. */
    OnTheWay trip(Come far) {
        return Objects.requireNonNull(trips.get(far));
    }

    String url(String path) {
        return office.address() + path;
    }

    /** A browser of its own for nobody, at {@code base}; the caller closes it. */
    BrowserContext stranger(String base) {
        return browser.newContext(
                new Browser.NewContextOptions().setBaseURL(base).setLocale("en-HK"));
    }

    BrowserContext stranger() {
        return stranger(office.address());
    }

    /**
     * A page of a browser that this person (nobody, if empty) keeps for looking at one thing after the other: it has the
     * styles and scripts already. The caller closes the page, and leaves the browser as it is.
     */
    Page looking(String person) {
        return lookers.computeIfAbsent(person, who -> who.isEmpty() ? stranger() : as(who))
                .newPage();
    }

    /** A browser of its own in which this person of the office has signed in; the caller closes it. */
    BrowserContext as(String person) {
        return as(person, browser);
    }

    /** A browser whose camera sees this film; the caller closes it. */
    Browser withCamera(Path film) {
        return Chromium.withCamera(playwright, film);
    }

    /** The same in another browser, such as one with a camera. */
    BrowserContext as(String person, Browser browser) {
        return browser.newContext(new Browser.NewContextOptions()
                .setBaseURL(office.address())
                .setLocale("en-HK")
                .setStorageState(sessions.computeIfAbsent(person, this::signIn)));
    }

    private String signIn(String person) {
        try (BrowserContext context = stranger()) {
            Page page = context.newPage();
            page.navigate("/sign-in");
            page.getByLabel("Sign-in name").fill(person);
            page.getByLabel("Password").fill(office.password());
            page.getByLabel("Password").press("Enter");
            page.waitForURL(address -> !address.contains("/sign-in"));
            return context.storageState();
        }
    }

    @Override
    public void close() throws Exception {
        browser.close();
        playwright.close();
        office.close();
    }
}
