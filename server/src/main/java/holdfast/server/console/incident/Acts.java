package holdfast.server.console.incident;

import holdfast.server.access.Forbidden;
import holdfast.server.console.page.Said;
import holdfast.server.custody.RefusedException;
import holdfast.server.media.MediaRefused;
import holdfast.server.vaulting.VaultRefused;
import java.util.NoSuchElementException;
import java.util.function.Supplier;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Does what a form asks for, and sends the browser to the page that tells what it came to, or why it was refused. */
final class Acts {
    private Acts() {}

    /** @param act says what it came to */
    static String then(String page, RedirectAttributes next, Supplier<String> act) {
        try {
            Said.ok(next, act.get());
        } catch (Forbidden
                | RefusedException
                | MediaRefused
                | VaultRefused
                | NoSuchElementException
                | IllegalArgumentException
                | IllegalStateException refused) {
            Said.refused(next, String.valueOf(refused.getMessage()));
        }
        return "redirect:" + page;
    }
}
