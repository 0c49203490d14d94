package holdfast.server.browser;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * Looks at a page that is open: wide and as a phone, light and dark. Says in sentences what is wrong with it; nothing
 * is wrong if it says nothing. {@code -Dholdfast.pictures=FOLDER} keeps what was seen.
 */
final class Looks {
    /** Width and height of a desk's window and of a phone. */
    enum Screen {
        DESK(1280, 860),
        PHONE(390, 844);

        private final int width;
        private final int height;

        Screen(int width, int height) {
            this.width = width;
            this.height = height;
        }

        void of(Page page) {
            page.setViewportSize(width, height);
        }
    }

    private static final List<String> WCAG = List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa");
    private static final String AXE = resource("/axe.min.js");
    private static final String CHECKS = resource("/browser/checks.js");

    private final boolean inChineseToo;
    private final Optional<Path> pictures =
            Optional.ofNullable(System.getProperty("holdfast.pictures")).map(Path::of);

    /** @param inChineseToo whether English left on a Chinese page is a problem of this page */
    Looks(boolean inChineseToo) {
        this.inChineseToo = inChineseToo;
    }

    /**
     * Looks in every shape; into the dark in English alone.
     *
     * @param name for pictures: a file name without its end
     */
    List<String> problems(Page page, String name) {
        prepare(page);
        List<String> problems = new ArrayList<>(ask(page, "missingWords", List.of()));
        if (inChineseToo && page.locator("html").getAttribute("lang").startsWith("zh")) {
            problems.addAll(ask(page, "english", Typed.BY_PEOPLE));
        }
        // Colours and structure are the same in each language; lengths, and so targets, are not.
        boolean fully = page.locator("html").getAttribute("lang").startsWith("en");
        for (Screen screen : Screen.values()) {
            screen.of(page);
            shine(page, ColorScheme.LIGHT);
            (fully ? ask(page, "axe", WCAG) : ask(page, "targets", List.of()))
                    .forEach(found -> problems.add(screen + " " + found));
            keep(page, name + "-" + screen + "-light");
            ask(page, "overflow", List.of()).forEach(found -> problems.add(screen + " " + found));
            if (fully) {
                shine(page, ColorScheme.DARK);
                ask(page, "contrast", List.of()).forEach(found -> problems.add(screen + " dark " + found));
                keep(page, name + "-" + screen + "-dark");
            }
        }
        return problems;
    }

    private static void shine(Page page, ColorScheme scheme) {
        page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(scheme));
    }

    private static void prepare(Page page) {
        page.evaluate(AXE);
        page.evaluate("window.checks = " + CHECKS.substring(CHECKS.indexOf("({")));
    }

    @SuppressWarnings("unchecked")
    private static List<String> ask(Page page, String check, List<String> with) {
        Object said = page.evaluate(
                "async ({check, given}) => await window.checks[check](given)", Map.of("check", check, "given", with));
        return (List<String>) Objects.requireNonNull(said);
    }

    private void keep(Page page, String name) {
        pictures.ifPresent(folder -> page.screenshot(new Page.ScreenshotOptions()
                .setFullPage(true)
                .setPath(folder.resolve(name.toLowerCase(java.util.Locale.ROOT) + ".png"))));
    }

    private static String resource(String name) {
        try (InputStream in = Objects.requireNonNull(Looks.class.getResourceAsStream(name), name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
