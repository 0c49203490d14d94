package holdfast.server.console.open;

import holdfast.server.access.Invitations.Token;
import holdfast.server.access.Language;
import holdfast.server.access.NewPerson;
import holdfast.server.access.Person;
import holdfast.server.access.SetUp;
import holdfast.server.console.page.Said;
import holdfast.server.console.say.Languages;
import holdfast.server.console.say.Say;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Set;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The first page of a new server: whoever has the token from the terminal becomes its first administrator. */
@Controller
class SetUpPage {
    private final SetUp setUp;
    private final Door door;

    SetUpPage(SetUp setUp, Door door) {
        this.setUp = setUp;
        this.door = door;
    }

    /** What was typed, so that a refusal does not throw it away; never the password or the token. */
    record Typed(String signIn, String name, String post, String email, String phone) {
        static final Typed NOTHING = new Typed("", "", "", "", "");
    }

    @GetMapping("/set-up")
    String show(Model model) {
        if (!setUp.needed()) {
            return "redirect:/sign-in";
        }
        model.addAttribute("typed", Typed.NOTHING);
        return "console/set-up";
    }

    @PostMapping("/set-up")
    String begin(
            @ModelAttribute Typed typed,
            @RequestParam String token,
            @RequestParam(defaultValue = "") String password,
            @RequestParam(defaultValue = "password") String by,
            @ModelAttribute("say") Say say,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        Language language = Language.valueOf(Languages.of(say.locale()).name());
        NewPerson wanted = new NewPerson(
                typed.signIn().strip(),
                typed.name(),
                typed.post(),
                typed.email().strip(),
                typed.phone(),
                language,
                Set.of());
        boolean passkey = by.equals("passkey");
        try {
            Token shown = new Token(token.strip());
            Person person = passkey
                    ? setUp.firstAdministrator(shown, wanted)
                    : setUp.firstAdministrator(shown, wanted, password);
            door.open(person, request, response);
            return passkey ? "redirect:/passkeys?first" : "redirect:/settings";
        } catch (RuntimeException refused) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            model.addAttribute("typed", typed);
            model.addAttribute("wrong", say.said(Said.why(refused)));
            return "console/set-up";
        }
    }
}
