package holdfast.server.console.media;

import holdfast.server.access.Permits;
import holdfast.server.access.Role;
import holdfast.server.console.page.Me;
import holdfast.server.console.page.Names;
import holdfast.server.console.page.Said;
import holdfast.server.console.page.Scanned;
import holdfast.server.console.say.Say;
import holdfast.server.custody.Consignments;
import holdfast.server.place.Places;
import holdfast.server.place.SiteId;
import java.security.Principal;
import java.util.List;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/**
 * Something that was missing or lost is in hand again. The number is read from the thing itself: the screen lists nothing,
 * since whoever holds it may be somebody who must count blind.
 */
@Controller
class FoundPage {
    private final Consignments consignments;
    private final Places places;
    private final Permits permits;
    private final Names names;

    FoundPage(Consignments consignments, Places places, Permits permits, Names names) {
        this.consignments = consignments;
        this.places = places;
        this.permits = permits;
        this.names = names;
    }

    /** A place to choose. */
    record SiteChoice(String id, String name) {}

    @GetMapping("/media/found")
    String found(
            @RequestParam(defaultValue = "") String number,
            @RequestParam(defaultValue = "cartridge") String what,
            Principal principal,
            Model model) {
        permits.demand(Me.of(principal), Role.OPERATOR, Role.SITE_OFFICER);
        List<SiteChoice> mine = places.postingsOf(Me.of(principal)).stream()
                .map(site -> new SiteChoice(site.value(), names.of(site)))
                .toList();
        model.addAttribute("number", number);
        model.addAttribute("ofCase", what.equals("case"));
        model.addAttribute("sites", mine);
        return "console/found";
    }

    @PostMapping("/media/found")
    String report(
            @RequestParam String what,
            @RequestParam String number,
            @RequestParam String site,
            @RequestParam String circumstances,
            @RequestParam(defaultValue = "") String barcodes,
            @ModelAttribute("say") Say say,
            Principal principal,
            RedirectAttributes next) {
        boolean done = Said.after(next, () -> {
            SiteId at = new SiteId(site);
            if (what.equals("case")) {
                consignments.foundCase(
                        Scanned.box(number), at, Scanned.barcodes(barcodes), circumstances, Me.of(principal));
            } else {
                consignments.found(Scanned.barcode(number), at, circumstances, Me.of(principal));
            }
            return say.text("found.done");
        });
        if (!done) {
            next.addAttribute("what", what).addAttribute("number", number);
            return "redirect:/media/found";
        }
        return "redirect:/" + (what.equals("case") ? "cases/" : "media/")
                + number.strip().toUpperCase(java.util.Locale.ROOT);
    }
}
