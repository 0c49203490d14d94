package holdfast.server.console.media;

import holdfast.server.access.People;
import holdfast.server.access.Person;
import holdfast.server.access.Role;
import holdfast.server.console.page.Me;
import holdfast.server.console.page.Names;
import holdfast.server.console.page.Pager;
import holdfast.server.console.say.Say;
import holdfast.server.custody.Consignments;
import holdfast.server.media.Box;
import holdfast.server.media.Cartridge;
import holdfast.server.media.Cartridges;
import holdfast.server.media.Cases;
import holdfast.server.media.Disposals;
import holdfast.tape.Barcode;
import java.security.Principal;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.util.UriComponentsBuilder;

/** Every cartridge and every case; filtered and paged by the address, so that a view can be sent as a link. */
@Controller
class MediaPage {
    private static final List<String> STATES = List.of("shelf", "case", "transit", "lost", "found", "disposed");

    private final Cartridges cartridges;
    private final Cases cases;
    private final Consignments consignments;
    private final Disposals disposals;
    private final People people;
    private final Names names;

    MediaPage(
            Cartridges cartridges,
            Cases cases,
            Consignments consignments,
            Disposals disposals,
            People people,
            Names names) {
        this.cartridges = cartridges;
        this.cases = cases;
        this.consignments = consignments;
        this.disposals = disposals;
        this.people = people;
        this.names = names;
    }

    /** A filter with how many it would show. */
    record Tab(String state, String text, long count, boolean current) {}

    /** A case in a list. */
    record CaseRow(String id, String description, String where, String seal, String css) {}

    @GetMapping("/media")
    String media(
            @RequestParam(defaultValue = "") String state,
            @RequestParam(defaultValue = "") String q,
            @RequestParam(defaultValue = "1") int page,
            @ModelAttribute("say") Say say,
            Principal principal,
            Model model) {
        Person me = people.person(Me.of(principal));
        Set<Barcode> away = consignments.keptFrom(me);
        List<Cartridge> register = cartridges.all();
        List<MediaRow> all = register.stream()
                .filter(one -> !away.contains(one.barcode()))
                .map(one -> MediaRow.of(one, names, say))
                .toList();
        String address = UriComponentsBuilder.fromPath("/media")
                        .queryParam("state", state)
                        .queryParam("q", q)
                        .encode()
                        .toUriString()
                + "&page=";
        Pager.Paged<MediaRow> rows =
                Pager.cut(all.stream().filter(row -> row.matches(state, q)).toList(), page, address, say);
        boolean kept = all.size() < register.size();
        model.addAttribute("kept", kept);
        model.addAttribute("title", kept ? say.text("media.title.kept", held(all)) : title(all, say));
        model.addAttribute("anything", !all.isEmpty());
        model.addAttribute("may", me.holdsAny(Role.OPERATOR, Role.SITE_OFFICER));
        model.addAttribute("disposals", disposals(me, all));
        model.addAttribute("tabs", tabs(all, state, say));
        model.addAttribute("state", state);
        model.addAttribute("q", q);
        model.addAttribute("rows", rows.rows());
        model.addAttribute("pager", rows.pager());
        model.addAttribute(
                "cases", cases.all().stream().map(box -> row(box, say)).toList());
        return "console/media";
    }

    private static String title(List<MediaRow> all, Say say) {
        long held = held(all);
        long lost = all.stream().filter(row -> row.state().equals("lost")).count();
        if (all.isEmpty()) {
            return say.text("media.title.none");
        }
        return lost > 0 ? say.text("media.title.lost", held, lost) : say.text("media.title", held);
    }

    private static long held(List<MediaRow> all) {
        return all.stream().filter(MediaRow::held).count();
    }

    /** A disposal that waits for a second person, told to those who may be one. */
    record DisposalRow(String barcode, String why) {}

    private List<DisposalRow> disposals(Person me, List<MediaRow> shown) {
        Set<String> barcodes = shown.stream().map(MediaRow::barcode).collect(Collectors.toSet());
        return !me.holdsAny(Role.OPERATOR, Role.MANAGER, Role.HEAD)
                ? List.of()
                : disposals.waiting().stream()
                        .filter(asked -> barcodes.contains(asked.cartridge().value()))
                        .map(asked -> new DisposalRow(asked.cartridge().value(), asked.reason()))
                        .toList();
    }

    private static List<Tab> tabs(List<MediaRow> all, String state, Say say) {
        Map<String, Long> counts =
                all.stream().collect(Collectors.groupingBy(MediaRow::state, TreeMap::new, Collectors.counting()));
        List<Tab> tabs = new java.util.ArrayList<>();
        tabs.add(new Tab("", say.text("media.state.all"), all.size(), state.isEmpty()));
        for (String one : STATES) {
            long count = counts.getOrDefault(one, 0L);
            if (count > 0 || one.equals(state)) {
                tabs.add(new Tab(one, say.text("media.state." + one), count, one.equals(state)));
            }
        }
        return tabs;
    }

    private CaseRow row(Box box, Say say) {
        String where = box.site()
                .map(names::of)
                .orElseGet(() -> box.consignment()
                        .map(trip -> say.text("case.where.transit", trip.id()))
                        .orElse(""));
        String seal = box.seal().map(one -> say.text("case.sealed")).orElseGet(() -> say.text("case.open"));
        String css = box.lost()
                ? "lost"
                : box.site().isEmpty() ? "moving" : box.seal().isPresent() ? "ok" : "";
        String text = box.lost()
                ? say.text("media.state.lost")
                : box.site().isEmpty() ? say.text("media.state.transit") : seal;
        return new CaseRow(box.id().value(), box.description(), where, text, css);
    }
}
