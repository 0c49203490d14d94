package holdfast.server.console;

import holdfast.server.console.say.Languages;
import holdfast.server.console.say.Say;
import jakarta.servlet.http.HttpServletRequest;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.ui.ModelMap;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;

/** What every template can use: {@code say} for times and numbers, {@code languages} for the choice, {@code here}. */
@ControllerAdvice
class PageAdvice {
    private final MessageSource messages;
    private final InstantSource clock;
    private final ZoneId office;

    PageAdvice(MessageSource messages, InstantSource clock, ZoneId office) {
        this.messages = messages;
        this.clock = clock;
        this.office = office;
    }

    @ModelAttribute("say")
    Say say(Locale locale) {
        return new Say(messages, Languages.of(locale).locale(), office, clock.instant());
    }

    @ModelAttribute("languages")
    List<Languages> languages() {
        return List.of(Languages.values());
    }

    /** The path of the page, so that the navigation can mark where one is. */
    @ModelAttribute("here")
    String here(HttpServletRequest request) {
        return request.getRequestURI();
    }

    /** The same for a page that is made outside a handler. */
    void fill(ModelMap model, HttpServletRequest request) {
        model.addAttribute("say", say(LocaleContextHolder.getLocale()));
        model.addAttribute("languages", languages());
        model.addAttribute("here", here(request));
    }
}
