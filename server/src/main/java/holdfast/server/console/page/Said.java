package holdfast.server.console.page;

import holdfast.server.custody.RefusedException;
import holdfast.server.media.MediaRefused;
import holdfast.server.procedure.NotPermittedException;
import java.util.function.Supplier;
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

    /**
     * Does something, and tells what it came to: the words that it gives, or why the service refused. A role that is
     * missing is not told here but is a page of its own ({@code 403}): the act was not offered.
     *
     * @return whether it was done
     */
    public static boolean after(RedirectAttributes next, Supplier<String> act) {
        try {
            ok(next, act.get());
            return true;
        } catch (MediaRefused | RefusedException | NotPermittedException | IllegalArgumentException refused) {
            refused(next, String.valueOf(refused.getMessage()));
            return false;
        }
    }

    /** Tells what was refused and why. */
    public static void refused(RedirectAttributes next, String text) {
        next.addFlashAttribute("said", new Said("lost", text));
    }
}
