package holdfast.server.console.incident;

import holdfast.server.console.page.Said;
import java.util.function.Supplier;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Does what a form asks for, and sends the browser to the page that tells what it came to, or why it was refused. */
final class Acts {
    private Acts() {}

    /** @param act says what it came to */
    static String then(String page, RedirectAttributes next, Supplier<String> act) {
        try {
            Said.ok(next, act.get());
        } catch (RuntimeException refused) {
            Said.refused(next, refused);
        }
        return "redirect:" + page;
    }
}
