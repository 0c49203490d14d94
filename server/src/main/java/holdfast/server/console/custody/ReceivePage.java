package holdfast.server.console.custody;

import holdfast.server.access.Permits;
import holdfast.server.access.Role;
import holdfast.server.console.page.Me;
import holdfast.server.console.page.Names;
import holdfast.server.console.page.Said;
import holdfast.server.console.page.Scanned;
import holdfast.server.console.say.Say;
import holdfast.server.custody.BlindCount;
import holdfast.server.custody.Consignment;
import holdfast.server.custody.ConsignmentId;
import holdfast.server.custody.Consignments;
import holdfast.server.custody.DeviceSignature;
import holdfast.server.custody.HandOverId;
import holdfast.server.custody.Leg;
import holdfast.server.custody.Receipt;
import holdfast.server.place.Places;
import holdfast.server.place.SiteId;
import holdfast.server.record.ActorId;
import holdfast.tape.Barcode;
import java.security.Principal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/**
 * Receiving on a phone. The screen knows the consignment's number and nothing of what is expected: the officer reads the
 * cases and seals and scans what is there; what was expected is said only after the count was given.
 */
@Controller
class ReceivePage {
    private final Consignments consignments;
    private final Permits permits;
    private final Places places;
    private final Names names;

    ReceivePage(Consignments consignments, Permits permits, Places places, Names names) {
        this.consignments = consignments;
        this.permits = permits;
        this.places = places;
        this.names = names;
    }

    /** What the count came to, as the officer is told. */
    record Result(boolean clean, String title, List<String> lines) {}

    @GetMapping("/transit/{id}/receive")
    String receive(@PathVariable String id, Principal principal, Model model) {
        permits.demand(Me.of(principal), Role.SITE_OFFICER, Role.OPERATOR);
        Consignment one = consignments.consignment(new ConsignmentId(id));
        model.addAttribute("id", one.id().value());
        SiteId at = countedAt(one.leg(), Me.of(principal));
        model.addAttribute("site", names.of(at));
        model.addAttribute("siteId", at.value());
        model.addAttribute("person", principal.getName());
        model.addAttribute("handOver", UUID.randomUUID());
        return "console/receive";
    }

    /** Where the leg ends; or where it began, for somebody posted there alone: the carrier has turned back. */
    private SiteId countedAt(Leg leg, ActorId me) {
        Set<SiteId> posted = Set.copyOf(places.postingsOf(me));
        return posted.contains(leg.from()) && !posted.contains(leg.to()) ? leg.from() : leg.to();
    }

    @PostMapping("/transit/{id}/receive")
    String received(
            @PathVariable String id,
            @RequestParam MultiValueMap<String, String> form,
            @ModelAttribute("say") Say say,
            Principal principal,
            Model model,
            RedirectAttributes next) {
        try {
            Receipt receipt = consignments.receive(new ConsignmentId(id), count(form), Me.of(principal));
            model.addAttribute("id", id);
            model.addAttribute("result", result(receipt, say));
            return "console/received";
        } catch (RuntimeException refused) {
            Said.refused(next, refused);
            return "redirect:/transit/" + id + "/receive";
        }
    }

    private static BlindCount count(MultiValueMap<String, String> form) {
        Optional<DeviceSignature> signature = Optional.of(field(form, "signature"))
                .filter(text -> !text.isBlank())
                .map(text -> new DeviceSignature(UUID.fromString(field(form, "key")), text));
        Optional<Instant> signedAt = Optional.of(field(form, "signedAt"))
                .filter(text -> !text.isBlank())
                .map(Instant::parse);
        return new BlindCount(
                new HandOverId(UUID.fromString(field(form, "handOver"))),
                new SiteId(field(form, "at")),
                SealsRead.seals(form),
                Scanned.barcodes(field(form, "barcodes")),
                signedAt,
                signature);
    }

    private static Result result(Receipt receipt, Say say) {
        List<String> lines = new java.util.ArrayList<>();
        add(lines, "received.missing", receipt.missing(), say);
        add(lines, "received.extra", receipt.extra(), say);
        receipt.absentCases().forEach(box -> lines.add(say.text("received.absent", box.value())));
        receipt.extraCases().forEach(box -> lines.add(say.text("received.extraCase", box.value())));
        receipt.wrongSeals().forEach(box -> lines.add(say.text("received.wrongSeal", box.value())));
        if (receipt.late()) {
            lines.add(say.text("received.late"));
        }
        String title = receipt.clean()
                ? say.text("received.clean", receipt.arrived().size())
                : say.text("received.unclean", receipt.arrived().size());
        return new Result(receipt.clean(), title, lines);
    }

    private static void add(List<String> lines, String key, Set<Barcode> barcodes, Say say) {
        if (!barcodes.isEmpty()) {
            lines.add(say.text(
                    key,
                    barcodes.size(),
                    String.join(
                            say.text("list.comma"),
                            barcodes.stream().map(Barcode::value).sorted().toList())));
        }
    }

    private static String field(MultiValueMap<String, String> form, String name) {
        String value = form.getFirst(name);
        return value == null ? "" : value;
    }
}
