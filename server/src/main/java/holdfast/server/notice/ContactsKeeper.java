package holdfast.server.notice;

import holdfast.server.access.People;
import holdfast.server.access.Person;
import holdfast.server.access.Role;
import holdfast.server.incident.IncidentId;
import holdfast.server.platform.Beat;
import holdfast.server.platform.Sql;
import holdfast.server.record.ActorId;
import holdfast.server.record.Recorder;
import holdfast.server.watch.DueId;
import holdfast.server.watch.Expectation;
import holdfast.server.watch.Rung;
import holdfast.server.watch.Watch;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Forgets names and addresses by itself. A batch that is settled keeps its contacts for a while, since mails may still come
 * back; then they go. If they should still be there a day later, the watch rings: nobody has to remember it.
 */
@Component
class ContactsKeeper implements Beat {
    /** How long after it is due somebody hears that contacts are still there. */
    private static final Duration GRACE = Duration.ofDays(1);

    private final JdbcClient jdbc;
    private final Watch watch;
    private final People people;
    private final Recorder recorder;
    private final InstantSource clock;
    private final Duration keep;

    ContactsKeeper(
            JdbcClient jdbc,
            Watch watch,
            People people,
            Recorder recorder,
            InstantSource clock,
            @Value("${holdfast.notice.keep-contacts:P30D}") Duration keep) {
        this.jdbc = jdbc;
        this.watch = watch;
        this.people = people;
        this.recorder = recorder;
        this.clock = clock;
        this.keep = keep;
    }

    /** The batch is settled: from now on its contacts have an end. Joins the caller's transaction. */
    void settled(Batch batch) {
        stopWaiting(batch.id(), ActorId.SYSTEM);
        if (batch.forgottenAt().isPresent()) {
            return;
        }
        Instant forget = clock.instant().plus(keep);
        Optional<DueId> due = expect(batch.incident(), forget.plus(GRACE));
        jdbc.sql("update notice_batch set forget_at = ?, expectation = ? where id = ? and forgotten_at is null")
                .params(java.util.Arrays.asList(
                        Sql.time(forget),
                        due.map(DueId::value).orElse(null),
                        batch.id().value()))
                .update();
    }

    private Optional<DueId> expect(IncidentId incident, Instant due) {
        Set<ActorId> officers = ids(people.holding(Role.DPO));
        Set<ActorId> heads = ids(people.holding(Role.HEAD));
        if (officers.isEmpty() && heads.isEmpty()) {
            return Optional.empty();
        }
        List<Rung> ladder = List.of(
                new Rung("data protection officer", Duration.ZERO, officers),
                new Rung("head of office", Duration.ofDays(1), heads));
        return Optional.of(
                watch.expect(new Expectation("forgetting", incident.ref(), due, ladder, Set.of()), ActorId.SYSTEM));
    }

    /** The batch has something to do again. Joins the caller's transaction. */
    void reopened(BatchId batch) {
        stopWaiting(batch, ActorId.SYSTEM);
        jdbc.sql("update notice_batch set forget_at = null where id = ?")
                .param(batch.value())
                .update();
    }

    @Override
    public String name() {
        return "contacts whose time has passed";
    }

    /** Forgets what is due, a transaction of its own; nothing to do is one look at a small table. */
    @Override
    @Transactional
    public void beat() {
        jdbc.sql("""
                        select id, incident from notice_batch
                        where forget_at <= ? and forgotten_at is null and state = 'DONE' for update skip locked
                        """)
                .param(Sql.time(clock.instant()))
                .query((row, n) -> Map.entry(new BatchId(row.getLong(1)), new IncidentId(row.getString(2))))
                .list()
                .forEach(one -> forget(one.getKey(), one.getValue(), ActorId.SYSTEM));
    }

    /** Now, without waiting for the time: settled batches alone. Joins the caller's transaction. */
    long forgetNow(IncidentId incident, ActorId by) {
        return jdbc
                .sql("select id from notice_batch where incident = ? and state = 'DONE' and forgotten_at is null")
                .param(incident.value())
                .query(Long.class)
                .list()
                .stream()
                .mapToLong(id -> forget(new BatchId(id), incident, by))
                .sum();
    }

    private long forget(BatchId batch, IncidentId incident, ActorId by) {
        long forgotten = jdbc.sql("""
                        update notice_message set name = null, address = null, reference = null
                        where batch = ? and address is not null
                        """).param(batch.value()).update();
        jdbc.sql("update notice_batch set forgotten_at = ? where id = ?")
                .params(Sql.time(clock.instant()), batch.value())
                .update();
        stopWaiting(batch, by);
        recorder.record(by, "notice.contacts-forgotten", Map.of("notices", forgotten), batch.ref(), incident.ref());
        return forgotten;
    }

    private void stopWaiting(BatchId batch, ActorId by) {
        jdbc.sql("select expectation from notice_batch where id = ? and expectation is not null")
                .param(batch.value())
                .query(UUID.class)
                .optional()
                .ifPresent(due -> watch.fulfil(new DueId(due), by));
        jdbc.sql("update notice_batch set expectation = null where id = ?")
                .param(batch.value())
                .update();
    }

    private static Set<ActorId> ids(List<Person> persons) {
        return persons.stream().map(Person::id).collect(Collectors.toSet());
    }
}
