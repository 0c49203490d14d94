package holdfast.server.console.custody;

import holdfast.server.console.page.Me;
import holdfast.server.console.page.Said;
import holdfast.server.console.say.Say;
import holdfast.server.custody.ConsignmentId;
import holdfast.server.custody.Consignments;
import java.security.Principal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Closes the inspection that a count called for; {@link ConsignmentPage} shows that it is waited for. */
@Controller
class InspectionAct {
    private final Consignments consignments;

    InspectionAct(Consignments consignments) {
        this.consignments = consignments;
    }

    @PostMapping("/transit/{id}/inspection")
    String settled(
            @PathVariable String id,
            @RequestParam String finding,
            @ModelAttribute("say") Say say,
            Principal principal,
            RedirectAttributes next) {
        Said.after(next, () -> {
            consignments.settleInspection(new ConsignmentId(id), finding, Me.of(principal));
            return say.text("inspection.done");
        });
        return "redirect:/transit/" + id;
    }
}
