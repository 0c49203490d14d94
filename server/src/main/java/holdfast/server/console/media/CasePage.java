package holdfast.server.console.media;

import holdfast.server.access.People;
import holdfast.server.access.Person;
import holdfast.server.access.Role;
import holdfast.server.console.page.EntryView;
import holdfast.server.console.page.Me;
import holdfast.server.console.page.Names;
import holdfast.server.console.page.ProofView;
import holdfast.server.console.say.Say;
import holdfast.server.custody.Blindness;
import holdfast.server.custody.Consignments;
import holdfast.server.custody.LegState;
import holdfast.server.media.Box;
import holdfast.server.media.Cartridges;
import holdfast.server.media.CaseId;
import holdfast.server.media.Cases;
import holdfast.server.media.Classification;
import holdfast.server.record.Entry;
import holdfast.server.record.LedgerBook;
import holdfast.server.record.Ref;
import java.security.Principal;
import java.util.List;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;

/** One case: what is in it, how it is closed, what happened to it, and what can be done to it. */
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
        Person me = people.person(Me.of(principal));
        boolean blind = blind(box, me);
        List<MediaRow> inside = blind ? List.of() : inside(box, say);
        model.addAttribute("blind", blind);
        model.addAttribute("box", box);
        model.addAttribute("where", box.site().map(names::of).orElse(""));
        model.addAttribute("trip", box.consignment().map(Ref::id).orElse(""));
        model.addAttribute(
                "title", blind ? say.text("case.title.away.blind", box.id().value()) : title(box, inside.size(), say));
        model.addAttribute("inside", inside);
        model.addAttribute("may", me.holdsAny(Role.OPERATOR, Role.SITE_OFFICER));
        model.addAttribute("declared", declared(box, say));
        model.addAttribute("labels", Classification.values());
        model.addAttribute("open", box.site().isPresent() && box.seal().isEmpty() && !box.lost());
        model.addAttribute("sealed", box.site().isPresent() && box.seal().isPresent());
        model.addAttribute("proof", ProofView.of(ref, entries, say));
        model.addAttribute(
                "entries",
                entries.reversed().stream()
                        .map(entry -> EntryView.of(entry, say, names))
                        .map(entry -> blind ? entry.withoutCartridges() : entry)
                        .toList());
        return "console/case";
    }

    /** What lies in a case that was released or is on the way is kept from whoever may have to count it, as on the consignment's page. */
    private boolean blind(Box box, Person reader) {
        return consignments.underway().stream()
                .filter(trip -> trip.cases().contains(box.id()))
                .filter(trip -> box.site().isEmpty() || trip.state() == LegState.RELEASED)
                .anyMatch(trip -> Blindness.covers(trip, reader));
    }

    /**
     * What was said of it before it goes.
     *
     * @param label the classification on its outside, in words; empty if none was declared
     * @param keys what in it opens media; empty if nothing does
     */
    record Declared(String label, String keys) {}

    private Declared declared(Box box, Say say) {
        return consignments
                .declared(box.id())
                .map(one -> new Declared(
                        one.label()
                                .map(label -> say.text("classification." + label.name()))
                                .orElse(""),
                        String.join(say.text("list.comma"), one.keyMaterial())))
                .orElse(new Declared("", ""));
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
}
