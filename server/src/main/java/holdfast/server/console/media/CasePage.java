package holdfast.server.console.media;

import holdfast.server.access.People;
import holdfast.server.access.Person;
import holdfast.server.console.page.EntryView;
import holdfast.server.console.page.Me;
import holdfast.server.console.page.Names;
import holdfast.server.console.page.ProofView;
import holdfast.server.console.page.Said;
import holdfast.server.console.say.Say;
import holdfast.server.custody.Blindness;
import holdfast.server.custody.ConsignmentId;
import holdfast.server.custody.Consignments;
import holdfast.server.media.Box;
import holdfast.server.media.Cartridges;
import holdfast.server.media.CaseId;
import holdfast.server.media.Cases;
import holdfast.server.media.MediaRefused;
import holdfast.server.media.SealNumber;
import holdfast.server.record.Entry;
import holdfast.server.record.LedgerBook;
import holdfast.server.record.Ref;
import holdfast.tape.Barcode;
import java.security.Principal;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** One case: what is in it, how it is closed, what happened to it; packing and sealing, at a desk or on a phone. */
@Controller
class CasePage {
    private final Cases cases;
    private final Cartridges cartridges;
    private final LedgerBook book;
    private final Names names;
    private final Consignments consignments;
    private final People people;

    CasePage(
            Cases cases,
            Cartridges cartridges,
            LedgerBook book,
            Names names,
            Consignments consignments,
            People people) {
        this.cases = cases;
        this.cartridges = cartridges;
        this.book = book;
        this.names = names;
        this.consignments = consignments;
        this.people = people;
    }

    @GetMapping("/cases/{id}")
    String box(@PathVariable String id, @ModelAttribute("say") Say say, Principal principal, Model model) {
        Box box = cases.box(new CaseId(id));
        Ref ref = new Ref("case", box.id().value());
        List<Entry> entries = book.about(ref);
        boolean blind = blind(box, principal);
        List<MediaRow> inside = blind ? List.of() : inside(box, say);
        model.addAttribute("blind", blind);
        model.addAttribute("box", box);
        model.addAttribute("where", box.site().map(names::of).orElse(""));
        model.addAttribute("trip", box.consignment().map(Ref::id).orElse(""));
        model.addAttribute(
                "title", blind ? say.text("case.title.away.blind", box.id().value()) : title(box, inside.size(), say));
        model.addAttribute("inside", inside);
        model.addAttribute("open", box.site().isPresent() && box.seal().isEmpty() && !box.lost());
        model.addAttribute("sealed", box.site().isPresent() && box.seal().isPresent());
        model.addAttribute("proof", ProofView.of(ref, entries, say));
        model.addAttribute(
                "entries",
                entries.reversed().stream()
                        .map(entry -> EntryView.of(entry, say, names))
                        .toList());
        return "console/case";
    }

    /** What lies in a case on the way is kept from whoever may have to count it, as on the consignment's page. */
    private boolean blind(Box box, Principal reader) {
        Person person = people.person(Me.of(reader));
        return box.consignment()
                .map(trip -> consignments.consignment(new ConsignmentId(trip.id())))
                .filter(trip -> Blindness.covers(trip, person))
                .isPresent();
    }

    private List<MediaRow> inside(Box box, Say say) {
        return cartridges.inCase(box.id()).stream()
                .map(one -> MediaRow.of(one, names, say))
                .toList();
    }

    private String title(Box box, int inside, Say say) {
        String id = box.id().value();
        if (box.lost()) {
            return say.text("case.title.lost", id, inside);
        }
        if (box.site().isEmpty()) {
            return say.text("case.title.away", id, inside);
        }
        return say.text(box.seal().isPresent() ? "case.title.sealed" : "case.title.open", id, inside);
    }

    @PostMapping("/cases/{id}/pack")
    String pack(
            @PathVariable String id,
            @RequestParam String barcodes,
            @ModelAttribute("say") Say say,
            Principal principal,
            RedirectAttributes next) {
        return act(id, next, () -> {
            Set<Barcode> scanned = scanned(barcodes);
            cases.pack(new CaseId(id), scanned, Me.of(principal));
            Said.ok(next, say.text("case.packed", scanned.size()));
        });
    }

    @PostMapping("/cases/{id}/unpack")
    String unpack(
            @PathVariable String id,
            @RequestParam String barcodes,
            @ModelAttribute("say") Say say,
            Principal principal,
            RedirectAttributes next) {
        return act(id, next, () -> {
            Set<Barcode> scanned = scanned(barcodes);
            cases.unpack(new CaseId(id), scanned, Me.of(principal));
            Said.ok(next, say.text("case.unpacked", scanned.size()));
        });
    }

    @PostMapping("/cases/{id}/seal")
    String seal(
            @PathVariable String id,
            @RequestParam String seal,
            @ModelAttribute("say") Say say,
            Principal principal,
            RedirectAttributes next) {
        return act(id, next, () -> {
            cases.seal(new CaseId(id), new SealNumber(seal.strip().toUpperCase(Locale.ROOT)), Me.of(principal));
            Said.ok(next, say.text("case.sealed.done"));
        });
    }

    @PostMapping("/cases/{id}/unseal")
    String unseal(
            @PathVariable String id,
            @RequestParam String seal,
            @ModelAttribute("say") Say say,
            Principal principal,
            RedirectAttributes next) {
        return act(id, next, () -> {
            boolean same = cases.unseal(
                    new CaseId(id), new SealNumber(seal.strip().toUpperCase(Locale.ROOT)), Me.of(principal));
            if (same) {
                Said.ok(next, say.text("case.unsealed"));
            } else {
                Said.refused(next, say.text("case.unsealed.other"));
            }
        });
    }

    private static Set<Barcode> scanned(String text) {
        return Stream.of(text.split("[\\s,;]+"))
                .filter(word -> !word.isBlank())
                .map(word -> new Barcode(word.toUpperCase(Locale.ROOT)))
                .collect(Collectors.toSet());
    }

    private static String act(String id, RedirectAttributes next, Runnable act) {
        try {
            act.run();
        } catch (MediaRefused | IllegalArgumentException refused) {
            Said.refused(next, String.valueOf(refused.getMessage()));
        }
        return "redirect:/cases/" + id;
    }
}
