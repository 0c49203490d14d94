package holdfast.server.console.media;

import holdfast.server.access.Person;
import holdfast.server.access.Role;
import holdfast.server.console.page.Me;
import holdfast.server.console.page.Said;
import holdfast.server.console.page.Scanned;
import holdfast.server.console.say.Say;
import holdfast.server.media.Cartridge;
import holdfast.server.media.Cartridges;
import holdfast.server.media.Disposals;
import holdfast.server.media.Whereabouts;
import holdfast.tape.Barcode;
import java.security.Principal;
import java.util.function.Consumer;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What is done to one cartridge from its page: a legal hold, its disposal by two persons, its examination. */
@Controller
class CartridgeActs {
    private final Cartridges cartridges;
    private final Disposals disposals;

    CartridgeActs(Cartridges cartridges, Disposals disposals) {
        this.cartridges = cartridges;
        this.disposals = disposals;
    }

    /** What its state and the reader's roles leave to be done. */
    record Offered(boolean hold, boolean endHold, boolean askDisposal, boolean found, boolean examine) {
        static Offered to(Person me, Cartridge one) {
            Whereabouts at = one.whereabouts();
            boolean held = one.legalHold().isPresent();
            boolean senior = me.holdsAny(Role.DPO, Role.MANAGER, Role.HEAD);
            boolean hands = me.holdsAny(Role.OPERATOR, Role.SITE_OFFICER);
            return new Offered(
                    senior && !held && !(at instanceof Whereabouts.Disposed),
                    senior && held,
                    me.holdsAny(Role.OPERATOR, Role.MANAGER) && !held && at instanceof Whereabouts.AtSite,
                    hands && at instanceof Whereabouts.Lost,
                    hands && at instanceof Whereabouts.Found);
        }

        /** Whether there is anything to offer. */
        public boolean any() {
            return hold || endHold || askDisposal || found || examine;
        }
    }

    @PostMapping("/media/{barcode}/hold")
    String hold(
            @PathVariable String barcode,
            @RequestParam String reason,
            @ModelAttribute("say") Say say,
            Principal principal,
            RedirectAttributes next) {
        return act(barcode, next, say.text("hold.done"), one -> cartridges.hold(one, reason, Me.of(principal)));
    }

    @PostMapping("/media/{barcode}/hold/end")
    String endHold(
            @PathVariable String barcode,
            @RequestParam String reason,
            @ModelAttribute("say") Say say,
            Principal principal,
            RedirectAttributes next) {
        return act(barcode, next, say.text("hold.ended"), one -> cartridges.endHold(one, reason, Me.of(principal)));
    }

    @PostMapping("/media/{barcode}/disposal")
    String askDisposal(
            @PathVariable String barcode,
            @RequestParam String reason,
            @ModelAttribute("say") Say say,
            Principal principal,
            RedirectAttributes next) {
        return act(barcode, next, say.text("disposal.asked"), one -> disposals.ask(one, reason, Me.of(principal)));
    }

    @PostMapping("/media/{barcode}/disposal/withdraw")
    String withdrawDisposal(
            @PathVariable String barcode,
            @RequestParam String reason,
            @ModelAttribute("say") Say say,
            Principal principal,
            RedirectAttributes next) {
        return act(
                barcode,
                next,
                say.text("disposal.withdrawn"),
                one -> disposals.withdraw(one, reason, Me.of(principal)));
    }

    @PostMapping("/media/{barcode}/disposal/done")
    String dispose(
            @PathVariable String barcode,
            @RequestParam String certificate,
            @ModelAttribute("say") Say say,
            Principal principal,
            RedirectAttributes next) {
        return act(
                barcode, next, say.text("disposal.done"), one -> disposals.dispose(one, certificate, Me.of(principal)));
    }

    @PostMapping("/media/{barcode}/examined")
    String examined(
            @PathVariable String barcode,
            @RequestParam String finding,
            @ModelAttribute("say") Say say,
            Principal principal,
            RedirectAttributes next) {
        return act(
                barcode, next, say.text("examined.done"), one -> cartridges.examined(one, finding, Me.of(principal)));
    }

    private static String act(String barcode, RedirectAttributes next, String done, Consumer<Barcode> act) {
        Said.after(next, () -> {
            act.accept(Scanned.barcode(barcode));
            return done;
        });
        return "redirect:/media/" + barcode;
    }
}
