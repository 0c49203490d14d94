package holdfast.server.console.open;

import holdfast.server.access.Invitations;
import holdfast.server.access.Invitations.Token;
import holdfast.server.access.People;
import holdfast.server.access.SetUp;
import holdfast.server.console.page.Said;
import holdfast.server.console.say.Say;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Signing in, by passkey or password, and setting a first password with an invitation. */
@Controller
class SignInPages {
    private final SetUp setUp;
    private final Invitations invitations;
    private final People people;
    private final Door door;

    SignInPages(SetUp setUp, Invitations invitations, People people, Door door) {
        this.setUp = setUp;
        this.invitations = invitations;
        this.people = people;
        this.door = door;
    }

    @GetMapping("/sign-in")
    String signIn(HttpServletRequest request, Model model) {
        if (setUp.needed()) {
            return "redirect:/set-up";
        }
        model.addAttribute("failed", request.getParameterMap().containsKey("error"));
        model.addAttribute("out", request.getParameterMap().containsKey("out"));
        return "console/sign-in";
    }

    @GetMapping("/welcome")
    String welcome() {
        return "console/welcome";
    }

    /** The token is typed or pasted, never part of an address: addresses end up in logs. */
    @PostMapping("/welcome")
    String accept(
            @RequestParam String token,
            @RequestParam String password,
            @ModelAttribute("say") Say say,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        try {
            door.open(people.person(invitations.accept(new Token(token.strip()), password)), request, response);
            return "redirect:/";
        } catch (RuntimeException refused) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            model.addAttribute("wrong", say.said(Said.why(refused)));
            return "console/welcome";
        }
    }
}
