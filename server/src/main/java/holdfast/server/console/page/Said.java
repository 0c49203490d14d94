package holdfast.server.console.page;

import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/**
 * What an act came to, told once on the page that follows it.
 *
 * @param css {@code ok}, {@code due} or {@code lost}
 */
public record Said(String css, String text) {
    /** Tells it on the page that the browser is sent to. */
    public static void ok(RedirectAttributes next, String text) {
        next.addFlashAttribute("said", new Said("ok", text));
    }

    /** Tells what was refused and why. */
    public static void refused(RedirectAttributes next, String text) {
        next.addFlashAttribute("said", new Said("lost", text));
    }
}
