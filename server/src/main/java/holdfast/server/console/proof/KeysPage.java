package holdfast.server.console.proof;

import holdfast.server.console.page.Me;
import holdfast.server.console.page.Names;
import holdfast.server.console.page.Pager;
import holdfast.server.console.page.Said;
import holdfast.server.console.page.Scanned;
import holdfast.server.console.say.Say;
import holdfast.server.keys.CartridgeKeys;
import holdfast.server.keys.KeyEvidence;
import holdfast.server.keys.KeyRequest;
import holdfast.server.keys.KeyUsed;
import holdfast.server.keys.RequestId;
import holdfast.server.media.Cartridge;
import holdfast.server.media.Cartridges;
import holdfast.server.media.Origin;
import holdfast.server.platform.NotNow;
import holdfast.server.platform.Phrase;
import holdfast.tape.Barcode;
import java.security.Principal;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Where the keys lie, who used them, and what waits for a second key holder. */
@Controller
class KeysPage {
    private final CartridgeKeys keys;
    private final Cartridges cartridges;
    private final Names names;

    KeysPage(CartridgeKeys keys, Cartridges cartridges, Names names) {
        this.keys = keys;
        this.cartridges = cartridges;
        this.names = names;
    }

    /** A request that waits. */
    record Waiting(String id, String what, String cartridges, String reason, String asker, Instant at, boolean mine) {}

    /** A use of a key. */
    record Use(Instant at, String who, String cartridge, String purpose, String entry) {}

    /** A store, with how many keys it holds in which state. */
    record Store(String name, String description, long keys, String states) {}

    @GetMapping("/keys")
    String keys(
            @RequestParam(defaultValue = "1") int page,
            @ModelAttribute("say") Say say,
            Principal principal,
            Model model) {
        Set<Barcode> ours = cartridges.all().stream()
                .filter(one -> one.origin() instanceof Origin.Holdfast)
                .map(Cartridge::barcode)
                .collect(Collectors.toSet());
        KeyEvidence evidence = keys.evidence(ours, Instant.EPOCH);
        Pager.Paged<KeyUsed> uses = Pager.cut(evidence.list().reversed(), page, "/keys?page=", say);
        List<KeyRequest> requests = keys.requests();
        model.addAttribute(
                "title", title(requests.size(), ours.size(), evidence.places().size(), say));
        model.addAttribute("cipher", say.said(Phrase.of("cipher.holdfast")));
        model.addAttribute(
                "stores",
                evidence.places().stream().map(place -> store(place, say)).toList());
        model.addAttribute(
                "waiting",
                requests.stream()
                        .map(request -> waiting(request, principal, say))
                        .toList());
        model.addAttribute("uses", uses.rows().stream().map(this::use).toList());
        model.addAttribute("usesTotal", evidence.uses());
        model.addAttribute("pager", uses.pager());
        model.addAttribute(
                "cannotSee", evidence.cannotSee().stream().map(say::said).toList());
        return "console/keys";
    }

    @PostMapping("/keys/quarantine")
    String quarantine(
            @RequestParam String barcodes,
            @RequestParam String reason,
            @ModelAttribute("say") Say say,
            Principal principal,
            RedirectAttributes next) {
        return act(next, () -> {
            int done = keys.quarantine(Scanned.barcodes(barcodes), reason, Me.of(principal))
                    .size();
            Said.ok(next, say.text("keys.quarantined", done));
        });
    }

    @PostMapping("/keys/ask")
    String ask(
            @RequestParam String what,
            @RequestParam String barcodes,
            @RequestParam String reason,
            @ModelAttribute("say") Say say,
            Principal principal,
            RedirectAttributes next) {
        return act(next, () -> {
            if (what.equals("DESTRUCTION")) {
                keys.askDestruction(Scanned.barcodes(barcodes), reason, Me.of(principal));
            } else {
                keys.askRelease(Scanned.barcodes(barcodes), reason, Me.of(principal));
            }
            Said.ok(next, say.text("keys.asked"));
        });
    }

    @PostMapping("/keys/{request}/grant")
    String grant(
            @PathVariable String request,
            @ModelAttribute("say") Say say,
            Principal principal,
            RedirectAttributes next) {
        return act(next, () -> {
            RequestId id = RequestId.parse(request);
            KeyRequest asked = keys.requests().stream()
                    .filter(one -> one.id().equals(id))
                    .findFirst()
                    .orElseThrow(() -> new NotNow("refused.key-request-gone"));
            if (asked.kind() == KeyRequest.Kind.DESTRUCTION) {
                keys.grantDestruction(id, Me.of(principal));
            } else {
                keys.grantRelease(id, Me.of(principal));
            }
            Said.ok(next, say.text("keys.granted." + asked.kind().name()));
        });
    }

    private static String title(int waiting, int keys, int stores, Say say) {
        if (waiting > 0) {
            return say.text("keys.title.waiting", waiting);
        }
        return keys == 0 ? say.text("keys.title.none") : say.text("keys.title", keys, stores);
    }

    private static String act(RedirectAttributes next, Runnable act) {
        try {
            act.run();
        } catch (RuntimeException refused) {
            Said.refused(next, refused);
        }
        return "redirect:/keys";
    }

    private static Store store(holdfast.server.keys.KeyPlace place, Say say) {
        String states = place.states().values().stream()
                .collect(Collectors.groupingBy(state -> state, java.util.TreeMap::new, Collectors.counting()))
                .entrySet()
                .stream()
                .map(entry -> say.text(
                        "keys.states",
                        say.number(entry.getValue()),
                        say.text("key.state." + entry.getKey().name())))
                .collect(Collectors.joining(say.text("list.comma")));
        return new Store(
                place.store(),
                say.text("keys.store." + place.kind().name()),
                place.states().size(),
                states);
    }

    private Waiting waiting(KeyRequest request, Principal principal, Say say) {
        return new Waiting(
                request.id().toString(),
                say.text("keys.request." + request.kind().name()),
                request.cartridges().stream()
                        .map(Barcode::value)
                        .sorted()
                        .collect(Collectors.joining(say.text("list.comma"))),
                request.reason(),
                names.of(request.asker()),
                request.askedAt(),
                request.asker().equals(Me.of(principal)));
    }

    private Use use(KeyUsed used) {
        return new Use(
                used.at(),
                names.of(used.by()),
                used.cartridge().value(),
                used.purpose(),
                used.entry().map(entry -> "/ledger/" + entry.value()).orElse(""));
    }
}
