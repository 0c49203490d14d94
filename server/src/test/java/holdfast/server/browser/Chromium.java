package holdfast.server.browser;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Finds the browser of the tests: the one that was named, one that is installed, or Playwright's own. */
final class Chromium {
    /** Names the browser's program. */
    static final String PROPERTY = "holdfast.chromium";

    private static final List<String> WELL_KNOWN = List.of(
            "/usr/bin/chromium",
            "/usr/bin/chromium-browser",
            "/usr/bin/google-chrome",
            "/snap/bin/chromium",
            "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
            "/Applications/Chromium.app/Contents/MacOS/Chromium");

    private static final List<String> QUIETLY = List.of(
            "--disable-gpu",
            "--no-first-run",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync");

    private Chromium() {}

    /** Without Playwright's own download at the first start: what is installed serves. */
    static Playwright playwright() {
        return Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
    }

    static Browser launch(Playwright playwright) {
        return launch(playwright, List.of());
    }

    /** With a camera before which this film runs in a circle, and no question whether it may be used. */
    static Browser withCamera(Playwright playwright, Path film) {
        return launch(
                playwright,
                List.of(
                        "--use-fake-device-for-media-stream",
                        "--use-fake-ui-for-media-stream",
                        "--use-file-for-fake-video-capture=" + film));
    }

    /** @throws IllegalStateException that says how to get a browser, if there is none */
    private static Browser launch(Playwright playwright, List<String> more) {
        BrowserType type = playwright.chromium();
        Path program = named().or(Chromium::installed).orElseGet(() -> Path.of(type.executablePath()));
        if (!Files.isExecutable(program)) {
            throw new IllegalStateException("The browser tests need Chromium, and it is neither in "
                    + String.join(", ", WELL_KNOWN) + " nor at " + program
                    + ". Install it (Debian: apt-get install chromium fonts-noto-cjk), or name one with -D" + PROPERTY
                    + "=PROGRAM, or leave these tests out: ./mvnw verify runs without them.");
        }
        return type.launch(
                new BrowserType.LaunchOptions().setExecutablePath(program).setArgs(both(QUIETLY, more)));
    }

    private static List<String> both(List<String> some, List<String> more) {
        return Stream.concat(some.stream(), more.stream()).toList();
    }

    private static Optional<Path> named() {
        return Optional.ofNullable(System.getProperty(PROPERTY)).map(Path::of);
    }

    private static Optional<Path> installed() {
        return WELL_KNOWN.stream().map(Path::of).filter(Files::isExecutable).findFirst();
    }
}
