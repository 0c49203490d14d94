package holdfast.server.console.office;

import holdfast.server.access.OwnPasskeys;
import holdfast.server.console.page.Me;
import holdfast.server.console.page.Said;
import holdfast.server.console.say.Say;
import jakarta.servlet.http.HttpServletRequest;
import java.security.Principal;
import java.util.Set;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** One's own passkeys: what there is, making another, removing one. Making talks to Spring Security's own end points. */
@Controller
class PasskeysPage {
    private final OwnPasskeys passkeys;

    PasskeysPage(OwnPasskeys passkeys) {
        this.passkeys = passkeys;
    }

    @GetMapping("/passkeys")
    String mine(Principal who, HttpServletRequest request, Model model) {
        Set<String> said = request.getParameterMap().keySet();
        model.addAttribute("rows", passkeys.of(Me.of(who)));
        model.addAttribute("first", said.contains("first"));
        model.addAttribute("made", said.contains("made"));
        return "console/passkeys";
    }

    @PostMapping("/passkeys/{id}/remove")
    String remove(@PathVariable String id, @ModelAttribute("say") Say say, Principal who, RedirectAttributes next) {
        try {
            passkeys.remove(id, Me.of(who));
            Said.ok(next, say.text("passkey.removed"));
        } catch (RuntimeException refused) {
            Said.refused(next, refused);
        }
        return "redirect:/passkeys";
    }
}
