package holdfast.server.notice;

import holdfast.server.exposure.Exposure;
import holdfast.server.incident.Incident;
import holdfast.server.incident.IncidentId;
import holdfast.server.record.LedgerBook;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Counts from scratch whether everybody on the media was notified, once: the exposure against the settled notices. */
@Component
class Completeness {
    private final Exposure exposure;
    private final BatchStore batches;
    private final BatchCloser closer;
    private final LedgerBook book;
    private final JdbcClient jdbc;

    Completeness(Exposure exposure, BatchStore batches, BatchCloser closer, LedgerBook book, JdbcClient jdbc) {
        this.exposure = exposure;
        this.batches = batches;
        this.closer = closer;
        this.book = book;
        this.jdbc = jdbc;
    }

    CompletenessProof prove(Incident incident) {
        IncidentId id = incident.id();
        Set<String> notified = new HashSet<>(
                jdbc.sql("""
                        select distinct person from notice_message
                        where incident = ? and state in ('ACCEPTED', 'PRINTED')
                        """).param(id.value()).query(String.class).list());
        var everybody = exposure.subjects(incident.barcodes());
        long missing = everybody.ids().stream()
                .filter(one -> !notified.contains(one.hex()))
                .count();
        Set<String> planned = batches.persons(id);
        long unreachable = everybody.ids().stream()
                .filter(one -> !planned.contains(one.hex()))
                .count();
        Map<String, Long> states = batches.states(id);
        return new CompletenessProof(
                everybody.size(),
                states.values().stream().mapToLong(Long::longValue).sum(),
                states.getOrDefault("ACCEPTED", 0L),
                states.getOrDefault("PRINTED", 0L),
                duplicates(id),
                missing,
                unreachable,
                states.getOrDefault("REFUSED", 0L),
                states.getOrDefault("IN_DOUBT", 0L),
                digests(id));
    }

    /** A second notice by the same channel; the table's constraint forbids it, and it is counted all the same. */
    private long duplicates(IncidentId id) {
        return jdbc.sql("""
                        select coalesce(sum(n - 1), 0) from (
                            select count(*) as n from notice_message
                            where incident = ? and state in ('ACCEPTED', 'PRINTED')
                            group by person, channel having count(*) > 1) as twice
                        """).param(id.value()).query(Long.class).single();
    }

    private List<CompletenessProof.BatchDigest> digests(IncidentId id) {
        return batches.batches(id).stream()
                .map(batch -> new CompletenessProof.BatchDigest(
                        batch.id(), batch.notices(), closer.digest(batch.id()), lastInLedger(batch.id())))
                .toList();
    }

    private String lastInLedger(BatchId batch) {
        return book.about(batch.ref()).stream()
                .filter(entry -> entry.act().equals("notice.batch-done"))
                .map(entry -> String.valueOf(entry.facts().get("digest")))
                .reduce("", (first, second) -> second);
    }
}
