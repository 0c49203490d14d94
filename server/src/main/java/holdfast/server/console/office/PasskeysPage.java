package holdfast.server.console.office;

import jakarta.servlet.http.HttpServletRequest;
import java.security.Principal;
import java.time.Instant;
import java.util.List;
import org.springframework.security.web.webauthn.management.PublicKeyCredentialUserEntityRepository;
import org.springframework.security.web.webauthn.management.UserCredentialRepository;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** One's own passkeys: what there is, and making another. The browser talks to Spring Security's own end points. */
@Controller
class PasskeysPage {
    private final PublicKeyCredentialUserEntityRepository owners;
    private final UserCredentialRepository passkeys;

    PasskeysPage(PublicKeyCredentialUserEntityRepository owners, UserCredentialRepository passkeys) {
        this.owners = owners;
        this.passkeys = passkeys;
    }

    /** A passkey of this person. */
    record Row(String label, Instant made, Instant used) {}

    @GetMapping("/passkeys")
    String mine(Principal who, HttpServletRequest request, Model model) {
        var owner = owners.findByUsername(who.getName());
        List<Row> rows = owner == null
                ? List.of()
                : passkeys.findByUserId(owner.getId()).stream()
                        .map(one -> new Row(one.getLabel(), one.getCreated(), one.getLastUsed()))
                        .toList();
        model.addAttribute("rows", rows);
        model.addAttribute("first", request.getParameterMap().containsKey("first"));
        return "console/passkeys";
    }
}
