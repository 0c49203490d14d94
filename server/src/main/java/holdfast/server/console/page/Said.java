package holdfast.server.console.page;

import holdfast.server.access.Forbidden;
import holdfast.server.platform.Phrase;
import holdfast.server.platform.Refusal;
import java.util.function.Supplier;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/**
 * What an act came to, told once on the page that follows it.
 *
 * @param css {@code ok}, {@code due} or {@code lost}
 * @param what said in the language of whoever reads the page
 */
public record Said(String css, Phrase what) {
    /** Tells it on the page that the browser is sent to. */
    public static void ok(RedirectAttributes next, String text) {
        next.addFlashAttribute("said", new Said("ok", Phrase.asItIs(text)));
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
        } catch (Forbidden forbidden) {
            throw forbidden;
        } catch (RuntimeException refused) {
            refused(next, refused);
            return false;
        }
    }

    /** Tells that something is wrong, though the act was done. */
    public static void wrong(RedirectAttributes next, String text) {
        next.addFlashAttribute("said", new Said("lost", Phrase.asItIs(text)));
    }

    /** Tells why a service refused. What is no {@link Refusal} is a fault of the program, and is thrown on. */
    public static void refused(RedirectAttributes next, RuntimeException refused) {
        next.addFlashAttribute("said", new Said("lost", why(refused)));
    }

    /** Why a service refused; what is no {@link Refusal} is thrown on. */
    public static Phrase why(RuntimeException refused) {
        if (refused instanceof Refusal refusal) {
            return refusal.why();
        }
        throw refused;
    }
}
