package holdfast.server.console.open;

import holdfast.server.access.Language;
import holdfast.server.console.say.Languages;
import holdfast.server.console.say.Say;
import holdfast.server.notice.AffectedLookup;
import holdfast.server.notice.AffectedLookup.Answer;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * The public's own page. It shows no name and no address, and asks for none; the reference travels in the body of a
 * request, never in an address that a browser or a log would keep.
 */
@Controller
class AffectedPage {
    private final AffectedLookup lookup;

    AffectedPage(AffectedLookup lookup) {
        this.lookup = lookup;
    }

    /** The answer as shown. */
    record Told(String css, String title, List<String> paragraphs) {
        static Told of(Answer answer) {
            return switch (answer) {
                case Answer.Affected yes -> new Told("yes", yes.title(), yes.paragraphs());
                case Answer.Unknown no -> new Told("no", no.title(), no.paragraphs());
                case Answer.Later later -> new Told("later", later.title(), later.paragraphs());
            };
        }
    }

    @GetMapping("/affected")
    String ask() {
        return "console/affected";
    }

    @PostMapping("/affected")
    String answer(
            @RequestParam String reference, @ModelAttribute("say") Say say, HttpServletRequest request, Model model) {
        Language language = Language.valueOf(Languages.of(say.locale()).name());
        model.addAttribute("answer", Told.of(lookup.ask(reference, language, request.getRemoteAddr())));
        model.addAttribute("reference", reference);
        return "console/affected";
    }
}
