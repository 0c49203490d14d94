package holdfast.server.console.media;

import holdfast.server.access.People;
import holdfast.server.access.Person;
import holdfast.server.access.Role;
import holdfast.server.console.draw.CustodyDrawing;
import holdfast.server.console.page.EntryView;
import holdfast.server.console.page.Forecast;
import holdfast.server.console.page.Me;
import holdfast.server.console.page.Names;
import holdfast.server.console.page.ProofView;
import holdfast.server.console.page.Scanned;
import holdfast.server.console.say.Say;
import holdfast.server.custody.Consignments;
import holdfast.server.exposure.Exposure;
import holdfast.server.keys.CartridgeKeys;
import holdfast.server.keys.KeyStanding;
import holdfast.server.media.ArchiveRun;
import holdfast.server.media.ArchiveRuns;
import holdfast.server.media.Cartridge;
import holdfast.server.media.Cartridges;
import holdfast.server.media.Disposals;
import holdfast.server.media.Origin;
import holdfast.server.platform.Unknown;
import holdfast.server.record.Entry;
import holdfast.server.record.LedgerBook;
import holdfast.server.record.Ref;
import holdfast.tape.Barcode;
import java.security.Principal;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;

/** One cartridge: its whole life, what lies on it, whose data, and how its key stands. */
@Controller
class CartridgePage {
    private final Cartridges cartridges;
    private final ArchiveRuns runs;
    private final Exposure exposure;
    private final CartridgeKeys keys;
    private final LedgerBook book;
    private final Consignments consignments;
    private final Disposals disposals;
    private final People people;
    private final Names names;

    CartridgePage(
            Cartridges cartridges,
            ArchiveRuns runs,
            Exposure exposure,
            CartridgeKeys keys,
            LedgerBook book,
            Consignments consignments,
            Disposals disposals,
            People people,
            Names names) {
        this.cartridges = cartridges;
        this.runs = runs;
        this.exposure = exposure;
        this.keys = keys;
        this.book = book;
        this.consignments = consignments;
        this.disposals = disposals;
        this.people = people;
        this.names = names;
    }

    /** The key in every store. */
    record KeyView(String css, String text, List<String> stores) {
        static KeyView of(KeyStanding standing, Say say) {
            String css = switch (standing.state()) {
                case ACTIVE -> "ok";
                case UNKNOWN -> "";
                case QUARANTINE_PENDING, DESTRUCTION_PENDING -> "due";
                case QUARANTINED, DESTROYED -> "moving";
            };
            List<String> stores = standing.answers().stream()
                    .map(answer -> say.text(
                            "key.answer",
                            answer.store(),
                            say.text("key.state." + answer.state().name())))
                    .toList();
            return new KeyView(css, say.text("key.standing." + standing.state().name()), stores);
        }
    }

    @GetMapping("/media/{barcode}")
    String cartridge(@PathVariable String barcode, @ModelAttribute("say") Say say, Principal principal, Model model) {
        Person me = people.person(Me.of(principal));
        Barcode asked = Scanned.barcode(barcode);
        // On the way and never registered read the same to whoever may count: else one could ask one by one.
        Cartridge one = cartridges
                .find(asked)
                .filter(each -> !consignments.keptFrom(me).contains(each.barcode()))
                .orElseThrow(() -> new Unknown("refused.cartridge-not-shown", asked));
        Ref ref = new Ref("cartridge", one.barcode().value());
        List<Entry> entries = book.about(ref);
        MediaRow row = MediaRow.of(one, names, say);
        model.addAttribute("row", row);
        model.addAttribute("acts", CartridgeActs.Offered.to(me, one));
        model.addAttribute("disposal", disposal(one, me));
        model.addAttribute("mayWithdraw", me.holdsAny(Role.OPERATOR, Role.MANAGER, Role.HEAD));
        model.addAttribute("one", one);
        model.addAttribute("title", say.text("cartridge.title." + row.state(), row.barcode(), row.where()));
        model.addAttribute("line", CustodyDrawing.of(CartridgeLife.of(one, entries, names, say)));
        model.addAttribute("proof", ProofView.of(ref, entries, say));
        model.addAttribute(
                "entries",
                entries.reversed().stream()
                        .map(entry -> EntryView.of(entry, say, names))
                        .toList());
        model.addAttribute("foreign", one.origin() instanceof Origin.Foreign foreign ? foreign : null);
        model.addAttribute("key", KeyView.of(keys.standing(one.barcode()), say));
        model.addAttribute("forecast", Forecast.of(exposure.ifLost(Set.of(one.barcode())), say));
        model.addAttribute(
                "bytes",
                runs.on(Set.of(one.barcode())).stream()
                        .mapToLong(each -> each.bytes())
                        .sum());
        model.addAttribute(
                "runs",
                runs.runsOn(Set.of(one.barcode())).stream().map(this::run).toList());
        return "console/cartridge";
    }

    /** A disposal that one person has asked for; {@code second} if the reader may be the other. */
    record DisposalView(String reason, String by, Instant at, boolean mine, boolean second) {}

    private @Nullable DisposalView disposal(Cartridge one, Person me) {
        return disposals
                .waiting(one.barcode())
                .map(asked -> new DisposalView(
                        asked.reason(),
                        names.of(asked.askedBy()),
                        asked.askedAt(),
                        asked.askedBy().equals(me.id()),
                        me.holdsAny(Role.MANAGER, Role.HEAD) && !asked.askedBy().equals(me.id())))
                .orElse(null);
    }

    /** An archive run whose objects lie on it. */
    record RunRow(String set, @Nullable Instant at, String by, int cartridges) {}

    private RunRow run(ArchiveRun run) {
        return new RunRow(
                run.set().value(),
                run.finishedAt().orElse(null),
                names.of(run.by()),
                run.cartridges().size());
    }
}
