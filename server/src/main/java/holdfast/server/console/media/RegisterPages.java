package holdfast.server.console.media;

import holdfast.server.access.Permits;
import holdfast.server.access.Role;
import holdfast.server.console.page.Me;
import holdfast.server.console.page.Names;
import holdfast.server.console.page.Said;
import holdfast.server.console.page.Scanned;
import holdfast.server.console.say.Say;
import holdfast.server.media.Cartridges;
import holdfast.server.media.Cases;
import holdfast.server.media.Classification;
import holdfast.server.media.NewCartridge;
import holdfast.server.media.Origin;
import holdfast.server.place.Places;
import holdfast.server.place.SiteId;
import holdfast.server.platform.Invalid;
import holdfast.server.record.ActorId;
import java.security.Principal;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/**
 * Entering cartridges and cases into the register. After each cartridge the same screen comes back with all but its barcode
 * and serial number filled in: a delivery of twenty is scanned in one after the other.
 */
@Controller
class RegisterPages {
    private final Cartridges cartridges;
    private final Cases cases;
    private final Places places;
    private final Permits permits;
    private final Names names;

    RegisterPages(Cartridges cartridges, Cases cases, Places places, Permits permits, Names names) {
        this.cartridges = cartridges;
        this.cases = cases;
        this.places = places;
        this.permits = permits;
        this.names = names;
    }

    /** A place to choose. */
    record SiteChoice(String id, String name, boolean chosen) {}

    /** A form as it was filled in; blank where nothing was. Field names are those of the page. */
    record CartridgeForm(
            String barcode,
            String make,
            String model,
            String serial,
            String classification,
            String site,
            String origin,
            String software,
            String contents,
            String encryption,
            String atMost) {
        CartridgeForm {
            barcode = given(barcode);
            make = given(make);
            model = given(model);
            serial = given(serial);
            classification = given(classification);
            site = given(site);
            origin = given(origin);
            software = given(software);
            contents = given(contents);
            encryption = given(encryption);
            atMost = given(atMost);
        }

        static final CartridgeForm EMPTY = new CartridgeForm("", "", "", "", "RESTRICTED", "", "", "", "", "", "");

        /** What stays for the next one of a delivery. */
        CartridgeForm forNext() {
            return new CartridgeForm(
                    "", make, model, "", classification, site, origin, software, contents, encryption, atMost);
        }

        public boolean foreign() {
            return origin.equals("FOREIGN");
        }

        NewCartridge read(Say say) {
            return new NewCartridge(
                    Scanned.barcode(barcode),
                    make.strip(),
                    model.strip(),
                    serial.strip(),
                    Classification.valueOf(classification),
                    foreign() ? declared() : new Origin.Holdfast(),
                    new SiteId(site));
        }

        private Origin declared() {
            if (software.isBlank()
                    || contents.isBlank()
                    || encryption.isBlank()
                    || !atMost.strip().matches("\\d{1,12}")) {
                throw new Invalid("refused.foreign-incomplete");
            }
            return new Origin.Foreign(
                    software.strip(), contents.strip(), encryption.strip(), Long.parseLong(atMost.strip()));
        }
    }

    @GetMapping("/media/new")
    String cartridge(@ModelAttribute("say") Say say, Principal principal, Model model) {
        demand(principal);
        CartridgeForm form = model.getAttribute("form") instanceof CartridgeForm given ? given : CartridgeForm.EMPTY;
        model.addAttribute("form", form);
        model.addAttribute("sites", sites(form.site(), Me.of(principal), say));
        model.addAttribute("labels", Classification.values());
        return "console/register-cartridge";
    }

    @PostMapping("/media/new")
    String register(CartridgeForm form, @ModelAttribute("say") Say say, Principal principal, RedirectAttributes next) {
        boolean done = Said.after(next, () -> {
            cartridges.register(form.read(say), Me.of(principal));
            return say.text(
                    "register.cartridge.done", Scanned.barcode(form.barcode()).value());
        });
        next.addFlashAttribute("form", done ? form.forNext() : form);
        return "redirect:/media/new";
    }

    /** The form of a case. */
    record CaseForm(String id, String description, String lock, String slots, String site) {
        CaseForm {
            id = given(id);
            description = given(description);
            lock = given(lock);
            slots = given(slots);
            site = given(site);
        }

        static final CaseForm EMPTY = new CaseForm("", "", "", "20", "");
    }

    @GetMapping("/cases/new")
    String box(@ModelAttribute("say") Say say, Principal principal, Model model) {
        demand(principal);
        CaseForm form = model.getAttribute("form") instanceof CaseForm given ? given : CaseForm.EMPTY;
        model.addAttribute("form", form);
        model.addAttribute("sites", sites(form.site(), Me.of(principal), say));
        return "console/register-case";
    }

    @PostMapping("/cases/new")
    String registerCase(CaseForm form, @ModelAttribute("say") Say say, Principal principal, RedirectAttributes next) {
        boolean done = Said.after(next, () -> {
            if (!form.slots().strip().matches("\\d{1,4}")) {
                throw new Invalid("refused.slots");
            }
            cases.register(
                    Scanned.box(form.id()),
                    form.description().strip(),
                    form.lock().strip(),
                    Integer.parseInt(form.slots().strip()),
                    new SiteId(form.site()),
                    Me.of(principal));
            return say.text("register.case.done");
        });
        next.addFlashAttribute("form", form);
        return done ? "redirect:/cases/" + Scanned.box(form.id()).value() : "redirect:/cases/new";
    }

    /** A field that the browser did not send is an empty one. */
    private static String given(@Nullable String field) {
        return field == null ? "" : field;
    }

    /** The page is an offer: not made to whoever the service would refuse. */
    private void demand(Principal principal) {
        permits.demand(Me.of(principal), Role.OPERATOR, Role.SITE_OFFICER);
    }

    /** All sites; the one last used comes chosen, else the one where the person is posted. */
    private List<SiteChoice> sites(String chosen, ActorId me, Say say) {
        String here = Optional.of(chosen)
                .filter(site -> !site.isEmpty())
                .orElseGet(() -> places.postingsOf(me).stream()
                        .findFirst()
                        .map(SiteId::value)
                        .orElse(""));
        return names.sites(say.locale()).stream()
                .map(site -> new SiteChoice(
                        site.id().value(),
                        names.of(site.id()),
                        site.id().value().equals(here)))
                .toList();
    }
}
