package holdfast.server.api;

import holdfast.server.access.Permits;
import holdfast.server.record.Entry;
import holdfast.server.record.EntryId;
import holdfast.server.record.LedgerBook;
import holdfast.server.record.Ref;
import holdfast.server.record.Status;
import java.security.Principal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The ledger over HTTP: entries, and for each the bytes and the proof that anybody can check offline. */
@RestController
@RequestMapping("/api/ledger")
class LedgerApi {

    private static final int MOST = 500;

    private final LedgerBook book;
    private final Permits permits;

    LedgerApi(LedgerBook book, Permits permits) {
        this.book = book;
        this.permits = permits;
    }

    record EntryJson(
            String id,
            @Nullable Long index,
            Instant at,
            String actor,
            String act,
            Map<String, Object> facts,
            List<String> about,
            String proof) {}

    @GetMapping("/status")
    Status status(Principal principal) {
        permits.demand(Given.caller(principal), Readers.OF_THE_LEDGER);
        return book.status();
    }

    /** The newest first: entries with an index below {@code before}. */
    @GetMapping("/entries")
    List<EntryJson> entries(
            @RequestParam(defaultValue = "" + Long.MAX_VALUE) long before,
            @RequestParam(defaultValue = "100") int n,
            Principal principal) {
        permits.demand(Given.caller(principal), Readers.OF_THE_LEDGER);
        if (n < 1 || n > MOST) {
            throw new IllegalArgumentException("'n' is between 1 and " + MOST + ".");
        }
        return book.page(before, n).stream().map(LedgerApi::json).toList();
    }

    /** Everything about one thing, {@code cartridge:HF0001L9} or {@code consignment:C-000001}, the oldest first. */
    @GetMapping("/about/{ref}")
    List<EntryJson> about(@PathVariable String ref, Principal principal) {
        permits.demand(Given.caller(principal), Readers.OF_THE_LEDGER);
        return book.about(Ref.parse(ref)).stream().map(LedgerApi::json).toList();
    }

    @GetMapping("/entries/{id}")
    EntryJson entry(@PathVariable UUID id, Principal principal) {
        permits.demand(Given.caller(principal), Readers.OF_THE_LEDGER);
        return book.entry(new EntryId(id)).map(LedgerApi::json).orElseThrow(() -> absent(id));
    }

    /** The exact bytes of the entry: its leaf hash is SHA-256(0x00 || bytes). */
    @GetMapping(value = "/entries/{id}/bytes", produces = MediaType.APPLICATION_OCTET_STREAM_VALUE)
    byte[] bytes(@PathVariable UUID id, Principal principal) {
        permits.demand(Given.caller(principal), Readers.OF_THE_LEDGER);
        return book.bytes(new EntryId(id)).orElseThrow(() -> absent(id));
    }

    /** A C2SP tlog-proof. */
    @GetMapping(value = "/entries/{id}/proof", produces = MediaType.TEXT_PLAIN_VALUE)
    String proof(@PathVariable UUID id, Principal principal) {
        permits.demand(Given.caller(principal), Readers.OF_THE_LEDGER);
        return book.proof(new EntryId(id))
                .orElseThrow(() -> new NoSuchElementException(
                        "Entry " + id + " is unknown, or not yet in the tree. Ask again in a few seconds."));
    }

    private static NoSuchElementException absent(UUID id) {
        return new NoSuchElementException("There is no entry " + id + ".");
    }

    private static EntryJson json(Entry one) {
        return new EntryJson(
                one.id().value().toString(),
                one.index().isPresent() ? one.index().getAsLong() : null,
                one.at(),
                one.actor().value(),
                one.act(),
                one.facts(),
                one.about().stream().map(Ref::toString).toList(),
                one.proof().name());
    }
}
