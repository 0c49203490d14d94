package holdfast.server.console.custody;

import holdfast.server.access.People;
import holdfast.server.access.Person;
import holdfast.server.access.Role;
import holdfast.server.console.draw.CustodyDrawing;
import holdfast.server.console.page.Me;
import holdfast.server.console.page.Names;
import holdfast.server.console.page.Pager;
import holdfast.server.console.say.Say;
import holdfast.server.custody.Blindness;
import holdfast.server.custody.Consignment;
import holdfast.server.custody.Consignments;
import holdfast.server.custody.LegState;
import java.security.Principal;
import java.util.List;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.RequestParam;

/** Every journey: what is under way with its custody line, what is planned, what is finished. */
@Controller
class TransitPage {
    private final Consignments consignments;
    private final People people;
    private final Names names;

    TransitPage(Consignments consignments, People people, Names names) {
        this.consignments = consignments;
        this.people = people;
        this.names = names;
    }

    /** What is under way, drawn. */
    record Journey(TransitRow row, CustodyDrawing line) {}

    @GetMapping("/transit")
    String transit(
            @RequestParam(defaultValue = "1") int page,
            @ModelAttribute("say") Say say,
            Principal principal,
            Model model) {
        Person me = people.person(Me.of(principal));
        model.addAttribute("mayPlan", me.holdsAny(Role.OPERATOR, Role.SITE_OFFICER, Role.MANAGER));
        List<Consignment> all = consignments.all();
        List<Journey> underway = all.stream()
                .filter(one -> one.state().underway())
                .map(one -> new Journey(row(one, me, say), CustodyDrawing.of(ConsignmentLine.of(one, names, say))))
                .toList();
        Pager.Paged<Consignment> past =
                Pager.cut(all.stream().filter(TransitPage::finished).toList(), page, "/transit?page=", say);
        model.addAttribute("title", title(underway, say));
        model.addAttribute("underway", underway);
        model.addAttribute(
                "coming",
                rows(all.stream().filter(one -> one.state() == LegState.PLANNED).toList(), me, say));
        model.addAttribute("past", rows(past.rows(), me, say));
        model.addAttribute("pager", past.pager());
        return "console/transit";
    }

    private static boolean finished(Consignment one) {
        return !one.state().underway() && one.state() != LegState.PLANNED;
    }

    private List<TransitRow> rows(List<Consignment> some, Person me, Say say) {
        return some.stream().map(one -> row(one, me, say)).toList();
    }

    private TransitRow row(Consignment one, Person me, Say say) {
        return TransitRow.of(one, Blindness.covers(one, me), names, say);
    }

    private static String title(List<Journey> underway, Say say) {
        long late = underway.stream().filter(one -> one.row().standing().late()).count();
        if (late > 0) {
            return say.text("transit.late.title", late);
        }
        return underway.isEmpty() ? say.text("transit.none.title") : say.text("transit.some.title", underway.size());
    }
}
