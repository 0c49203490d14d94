package holdfast.server.console.proof;

import holdfast.server.console.page.EntryView;
import holdfast.server.console.page.Names;
import holdfast.server.console.page.Pager;
import holdfast.server.console.say.Say;
import holdfast.server.platform.Unknown;
import holdfast.server.record.Entry;
import holdfast.server.record.EntryId;
import holdfast.server.record.LedgerBook;
import holdfast.server.record.Ref;
import holdfast.server.record.Status;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** The ledger, page by page, and one entry with the proof that anybody can check without this server. */
@Controller
class LedgerPages {
    private static final int PENDING = 20;

    private final LedgerBook book;
    private final Names names;

    LedgerPages(LedgerBook book, Names names) {
        this.book = book;
        this.names = names;
    }

    @GetMapping("/ledger")
    String ledger(
            @RequestParam(defaultValue = "") String about,
            @RequestParam(defaultValue = "" + Long.MAX_VALUE) long before,
            @ModelAttribute("say") Say say,
            Model model) {
        Status status = book.status();
        model.addAttribute("status", status);
        model.addAttribute("title", title(status, say));
        model.addAttribute(
                "window",
                say.text(
                        "ledger.window." + (status.openWindowSeconds() == 0 ? "closed" : "open"),
                        say.span(java.time.Duration.ofSeconds(status.openWindowSeconds()))));
        model.addAttribute("about", about);
        if (about.isEmpty()) {
            List<Entry> page = book.page(before, Pager.SIZE);
            model.addAttribute(
                    "pending",
                    before == Long.MAX_VALUE ? views(book.pending(PENDING).reversed(), say) : List.of());
            model.addAttribute("entries", views(page, say));
            model.addAttribute("pager", pager(page, before, status, say));
        } else {
            List<Entry> entries = book.about(Ref.parse(about));
            model.addAttribute("pending", List.of());
            model.addAttribute("entries", views(entries.reversed(), say));
            model.addAttribute("pager", new Pager(null, null, ""));
        }
        return "console/ledger";
    }

    @GetMapping("/ledger/{id}")
    String entry(@PathVariable UUID id, @ModelAttribute("say") Say say, Model model) {
        Entry entry = find(id);
        model.addAttribute("entry", EntryView.of(entry, say, names));
        model.addAttribute("facts", entry.facts());
        model.addAttribute("id", id);
        model.addAttribute(
                "index", entry.index().isPresent() ? say.number(entry.index().getAsLong()) : "");
        model.addAttribute(
                "bytes",
                book.bytes(entry.id())
                        .map(raw -> new String(raw, StandardCharsets.UTF_8))
                        .orElse(""));
        model.addAttribute("proof", book.proof(entry.id()).orElse(""));
        return "console/entry";
    }

    /** The proof as a file, for {@code holdfast ledger verify} and other people's tools. */
    @GetMapping("/ledger/{id}/proof")
    ResponseEntity<String> proof(@PathVariable UUID id) {
        String proof = book.proof(find(id).id()).orElseThrow(() -> new Unknown("refused.entry-not-yet"));
        return ResponseEntity.ok()
                .contentType(new MediaType(MediaType.TEXT_PLAIN, StandardCharsets.UTF_8))
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + id + ".tlog-proof\"")
                .body(proof);
    }

    private Entry find(UUID id) {
        return book.entry(new EntryId(id)).orElseThrow(() -> new Unknown("refused.entry-unknown", id));
    }

    private static String title(Status status, Say say) {
        boolean trouble =
                status.witnesses().stream().anyMatch(one -> !one.trouble().isEmpty());
        if (status.witnesses().isEmpty()) {
            return say.text("ledger.title.noWitness", say.number(status.size()));
        }
        if (trouble) {
            return say.text("ledger.title.trouble", say.number(status.size() - status.witnessed()));
        }
        return status.witnessed() == status.size()
                ? say.text("ledger.title.sealed", say.number(status.size()))
                : say.text("ledger.title", say.number(status.witnessed()), say.number(status.size()));
    }

    private List<EntryView> views(List<Entry> entries, Say say) {
        return entries.stream().map(entry -> EntryView.of(entry, say, names)).toList();
    }

    private static Pager pager(List<Entry> page, long before, Status status, Say say) {
        if (page.isEmpty()) {
            return new Pager(null, null, "");
        }
        long newest = page.getFirst().index().orElse(0);
        long oldest = page.getLast().index().orElse(0);
        String newer = before == Long.MAX_VALUE
                ? null
                : newest + 1 + Pager.SIZE > status.integrated()
                        ? "/ledger"
                        : "/ledger?before=" + (newest + 1 + Pager.SIZE);
        String older = oldest > 0 ? "/ledger?before=" + oldest : null;
        return new Pager(
                newer,
                older,
                say.text("page.range", say.number(oldest), say.number(newest), say.number(status.integrated())));
    }
}
