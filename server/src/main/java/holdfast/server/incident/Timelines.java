package holdfast.server.incident;

import holdfast.server.record.Entry;
import holdfast.server.record.LedgerBook;
import holdfast.server.record.Ref;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Rebuilds what happened from the ledger alone. */
@Component
class Timelines {
    private final LedgerBook book;
    private final ZoneId zone;

    Timelines(LedgerBook book, ZoneId zone) {
        this.book = book;
        this.zone = zone;
    }

    /** Entries about the file, what it is about, and its cartridges since the onset; each once, in the order of time. */
    List<TimelineLine> of(Incident incident) {
        Map<Object, Entry> entries = new LinkedHashMap<>();
        Instant from = incident.at(Mark.ONSET).orElse(incident.openedAt());
        add(entries, book.about(incident.about()), Instant.MIN);
        add(entries, book.about(incident.id().ref()), Instant.MIN);
        incident.barcodes().forEach(one -> add(entries, book.about(new Ref("cartridge", one.value())), from));
        List<Entry> ordered = new ArrayList<>(entries.values());
        ordered.sort(Comparator.comparing(Entry::at)
                .thenComparingLong(one -> one.index().orElse(Long.MAX_VALUE)));
        return ordered.stream().map(this::line).toList();
    }

    private static void add(Map<Object, Entry> entries, List<Entry> some, Instant from) {
        some.stream().filter(one -> !one.at().isBefore(from)).forEach(one -> entries.putIfAbsent(one.id(), one));
    }

    private TimelineLine line(Entry entry) {
        return new TimelineLine(
                entry.at(),
                entry.actor(),
                entry.act(),
                ActWords.of(entry, zone),
                entry.id(),
                entry.index(),
                entry.proof());
    }
}
