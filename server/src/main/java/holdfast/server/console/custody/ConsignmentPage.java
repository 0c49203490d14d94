package holdfast.server.console.custody;

import holdfast.server.access.People;
import holdfast.server.access.Person;
import holdfast.server.access.Role;
import holdfast.server.console.draw.CustodyDrawing;
import holdfast.server.console.page.Act;
import holdfast.server.console.page.Forecast;
import holdfast.server.console.page.Me;
import holdfast.server.console.page.Names;
import holdfast.server.console.page.ProofView;
import holdfast.server.console.say.Say;
import holdfast.server.custody.Blindness;
import holdfast.server.custody.Consignment;
import holdfast.server.custody.Consignment.TravelState;
import holdfast.server.custody.Consignment.Travelling;
import holdfast.server.custody.ConsignmentId;
import holdfast.server.custody.Consignments;
import holdfast.server.custody.Leg;
import holdfast.server.custody.LegState;
import holdfast.server.exposure.Exposure;
import holdfast.server.exposure.LossForecast;
import holdfast.server.record.LedgerBook;
import holdfast.server.watch.OpenDue;
import holdfast.server.watch.RungReached;
import holdfast.server.watch.Watch;
import holdfast.tape.Barcode;
import java.security.Principal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;

/** One consignment: its custody line, its hand-overs, what it would mean if it never arrives, who has been told. */
@Controller
class ConsignmentPage {
    private final Consignments consignments;
    private final Exposure exposure;
    private final Watch watch;
    private final LedgerBook book;
    private final Names names;
    private final People people;

    ConsignmentPage(
            Consignments consignments, Exposure exposure, Watch watch, LedgerBook book, Names names, People people) {
        this.consignments = consignments;
        this.exposure = exposure;
        this.watch = watch;
        this.book = book;
        this.names = names;
        this.people = people;
    }

    /** A cartridge that left with it. */
    record CartridgeRow(String barcode, String box, String css, String state) {}

    /** A rung of the ladder that has rung. */
    record Told(Instant at, String label, String heard) {}

    @GetMapping("/transit/{id}")
    String consignment(@PathVariable String id, @ModelAttribute("say") Say say, Principal principal, Model model) {
        Consignment one = consignments.consignment(new ConsignmentId(id));
        Person me = people.person(Me.of(principal));
        boolean blind = Blindness.covers(one, me);
        TransitRow row = TransitRow.of(one, blind, names, say);
        boolean untouched = one.legs().stream().allMatch(leg -> leg.state() == LegState.PLANNED);
        model.addAttribute("mayCancel", untouched && me.holdsAny(Role.OPERATOR, Role.SITE_OFFICER, Role.MANAGER));
        model.addAttribute("row", row);
        model.addAttribute("title", title(one, row, blind, say));
        model.addAttribute(
                "lede", say.text("consignment.lede", row.cases(), row.cartridges(), row.carrier(), row.way()));
        model.addAttribute("line", CustodyDrawing.of(ConsignmentLine.of(one, names, say)));
        model.addAttribute("acts", acts(one, me, say));
        model.addAttribute(
                "proof", ProofView.of(one.id().ref(), book.about(one.id().ref()), say));
        model.addAttribute("forecast", forecast(one, blind, say));
        model.addAttribute("handovers", handOvers(one, blind, say));
        model.addAttribute(
                "rang",
                watch.rang(one.id().ref()).stream().map(rung -> told(rung, say)).toList());
        model.addAttribute("next", next(one, say));
        model.addAttribute(
                "cartridges",
                blind
                        ? List.of()
                        : one.cartridges().stream().map(box -> row(box, say)).toList());
        model.addAttribute("blind", blind);
        model.addAttribute(
                "inspection",
                one.legs().stream().anyMatch(leg -> leg.inspection().isPresent()));
        model.addAttribute("mayInspect", me.holdsAny(Role.MANAGER, Role.HEAD, Role.DPO));
        return "console/consignment";
    }

    private static String title(Consignment one, TransitRow row, boolean blind, Say say) {
        Leg leg = one.leg();
        return switch (leg.state()) {
            case PLANNED -> say.text("consignment.title.planned", row.cases());
            case RELEASED, ON_THE_WAY ->
                row.standing().late()
                        ? say.text("consignment.title.overdue", row.cases(), say.between(leg.due(), say.now()))
                        : say.text("consignment.title.underway", row.cases(), say.time(leg.due()));
            case PARTIAL ->
                say.text(
                        "consignment.title.partial",
                        blind ? 0 : one.in(TravelState.MISSING).size());
            case ARRIVED -> say.text("consignment.title.arrived", row.cases());
            case RETURNED -> say.text("consignment.title.returned", row.cases());
            case LOST ->
                say.text("consignment.title.lost", one.in(TravelState.LOST).size());
            case CANCELLED -> say.text("consignment.title.cancelled", row.cases());
        };
    }

    /** What this person may be about to do; the service decides when they do it. */
    private static List<Act> acts(Consignment one, Person me, Say say) {
        List<Act> acts = new ArrayList<>();
        String base = "/transit/" + one.id().value();
        LegState state = one.state();
        if (state == LegState.PLANNED && me.holdsAny(Role.SITE_OFFICER, Role.OPERATOR)) {
            acts.add(new Act(base + "/release", say.text("consignment.act.release")));
        }
        if (state == LegState.RELEASED && one.leg().carrier().equals(me.id())) {
            acts.add(new Act(base + "/take", say.text("consignment.act.take")));
        }
        if (state.underway()
                && me.holdsAny(Role.SITE_OFFICER, Role.OPERATOR)
                && !one.leg().carrier().equals(me.id())) {
            acts.add(new Act(base + "/receive", say.text("consignment.act.receive")));
        }
        if ((state == LegState.PARTIAL || state == LegState.LOST) && me.holdsAny(Role.SITE_OFFICER, Role.OPERATOR)) {
            acts.add(new Act("/media/found", say.text("found.link")));
        }
        return acts;
    }

    private @Nullable Forecast forecast(Consignment one, boolean blind, Say say) {
        Set<Barcode> away = one.cartridges().stream()
                .filter(cartridge -> cartridge.state() != TravelState.ARRIVED)
                .map(Travelling::barcode)
                .collect(Collectors.toSet());
        if (away.isEmpty()) {
            return null;
        }
        LossForecast ifLost = exposure.ifLost(away);
        return Forecast.of(blind ? ifLost.unnamed() : ifLost, say);
    }

    private List<HandOverView> handOvers(Consignment one, boolean blind, Say say) {
        return one.legs().stream()
                .flatMap(leg -> leg.handOvers().stream())
                .map(hand -> HandOverView.of(hand, blind, names, say))
                .toList();
    }

    private Told told(RungReached rung, Say say) {
        return new Told(rung.at(), say.said(rung.said()), names.of(rung.heard()));
    }

    private @Nullable String next(Consignment one, Say say) {
        for (OpenDue due : watch.open(one.id().ref())) {
            if (due.nextRing().isPresent()
                    && due.rungsReached() < due.expectation().ladder().size()) {
                String label = say.said(
                        due.expectation().ladder().get(due.rungsReached()).said());
                return say.text(
                        "consignment.next", label, say.time(due.nextRing().get()));
            }
        }
        return null;
    }

    private static CartridgeRow row(Travelling one, Say say) {
        String css = switch (one.state()) {
            case TRAVELLING -> "moving";
            case MISSING, LOST -> "lost";
            case ARRIVED -> "ok";
            case FOUND -> "due";
        };
        return new CartridgeRow(
                one.barcode().value(),
                one.box().value(),
                css,
                say.text("travel." + one.state().name()));
    }
}
