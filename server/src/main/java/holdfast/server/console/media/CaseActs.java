package holdfast.server.console.media;

import holdfast.server.console.page.Me;
import holdfast.server.console.page.Said;
import holdfast.server.console.page.Scanned;
import holdfast.server.console.say.Say;
import holdfast.server.custody.CaseDeclaration;
import holdfast.server.custody.Consignments;
import holdfast.server.media.CaseId;
import holdfast.server.media.Cases;
import holdfast.server.media.Classification;
import holdfast.tape.Barcode;
import java.security.Principal;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What is done to a case from its page, at a desk or on a phone: packing, declaring, sealing, and the reverse. */
@Controller
class CaseActs {
    private final Cases cases;
    private final Consignments consignments;

    CaseActs(Cases cases, Consignments consignments) {
        this.cases = cases;
        this.consignments = consignments;
    }

    @PostMapping("/cases/{id}/pack")
    String pack(
            @PathVariable String id,
            @RequestParam String barcodes,
            @ModelAttribute("say") Say say,
            Principal principal,
            RedirectAttributes next) {
        return act(id, next, () -> {
            Set<Barcode> scanned = Scanned.barcodes(barcodes);
            cases.pack(new CaseId(id), scanned, Me.of(principal));
            return say.text("case.packed", scanned.size());
        });
    }

    /** {@code barcodes} comes once for each ticked row, or scanned into one field: the same to us. */
    @PostMapping("/cases/{id}/unpack")
    String unpack(
            @PathVariable String id,
            @RequestParam(defaultValue = "") String barcodes,
            @ModelAttribute("say") Say say,
            Principal principal,
            RedirectAttributes next) {
        return act(id, next, () -> {
            Set<Barcode> scanned = Scanned.barcodes(barcodes);
            cases.unpack(new CaseId(id), scanned, Me.of(principal));
            return say.text("case.unpacked", scanned.size());
        });
    }

    @PostMapping("/cases/{id}/declare")
    String declare(
            @PathVariable String id,
            @RequestParam(defaultValue = "") String label,
            @RequestParam(defaultValue = "") String keys,
            @ModelAttribute("say") Say say,
            Principal principal,
            RedirectAttributes next) {
        return act(id, next, () -> {
            Optional<Classification> seen =
                    Optional.of(label).filter(text -> !text.isBlank()).map(Classification::valueOf);
            List<String> keyMaterial = Stream.of(keys.split("\\R"))
                    .map(String::strip)
                    .filter(line -> !line.isEmpty())
                    .toList();
            consignments.declare(new CaseDeclaration(new CaseId(id), seen, keyMaterial), Me.of(principal));
            return say.text("case.declared");
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
            cases.seal(new CaseId(id), Scanned.seal(seal), Me.of(principal));
            return say.text("case.sealed.done");
        });
    }

    @PostMapping("/cases/{id}/unseal")
    String unseal(
            @PathVariable String id,
            @RequestParam String seal,
            @ModelAttribute("say") Say say,
            Principal principal,
            RedirectAttributes next) {
        boolean[] same = {true};
        String page = act(id, next, () -> {
            same[0] = cases.unseal(new CaseId(id), Scanned.seal(seal), Me.of(principal));
            return say.text("case.unsealed");
        });
        if (!same[0]) {
            Said.wrong(next, say.text("case.unsealed.other"));
        }
        return page;
    }

    private static String act(String id, RedirectAttributes next, Supplier<String> act) {
        Said.after(next, act);
        return "redirect:/cases/" + id;
    }
}
