package holdfast.server.media;

import holdfast.server.place.SiteId;
import holdfast.server.platform.Sql;
import holdfast.server.record.Ref;
import holdfast.server.watch.DueId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The tables {@code media_schedule} and {@code media_transfer}. */
@Repository
class RotationStore {
    private static final String TRANSFER = """
            select t.*, s.name, s.from_site, s.to_site from media_transfer t join media_schedule s on s.id = t.schedule
            """;

    private final JdbcClient jdbc;

    RotationStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void insert(Schedule schedule) {
        NewSchedule plan = schedule.plan();
        jdbc.sql("""
                insert into media_schedule (id, name, from_site, to_site, zone, at_time, weekly, keep_sons,
                    keep_fathers, keep_grandfathers, within_seconds, raised_until)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                """)
                .params(
                        schedule.id().value(),
                        plan.name(),
                        plan.from().value(),
                        plan.to().value(),
                        plan.zone().getId(),
                        plan.at(),
                        plan.weekly().name(),
                        plan.keepSons(),
                        plan.keepFathers(),
                        plan.keepGrandfathers(),
                        plan.within().toSeconds(),
                        Sql.time(schedule.raisedUntil()))
                .update();
    }

    List<Schedule> all() {
        return jdbc.sql("select * from media_schedule order by name")
                .query(RotationStore::schedule)
                .list();
    }

    /** Locks a schedule until the transaction ends; empty if another server has it. */
    Optional<Schedule> lock(ScheduleId id) {
        return jdbc.sql("select * from media_schedule where id = ? for update skip locked")
                .param(id.value())
                .query(RotationStore::schedule)
                .optional();
    }

    void raisedUntil(ScheduleId id, Instant until) {
        jdbc.sql("update media_schedule set raised_until = ? where id = ?")
                .params(Sql.time(until), id.value())
                .update();
    }

    void insert(TransferDue transfer, ScheduleId schedule) {
        jdbc.sql("""
                insert into media_transfer (id, schedule, generation, due, keep_until, watch)
                values (?, ?, ?, ?, ?, ?)
                """)
                .params(
                        transfer.id().value(),
                        schedule.value(),
                        transfer.generation().name(),
                        Sql.time(transfer.due()),
                        Sql.time(transfer.keepUntil()),
                        transfer.watch().value())
                .update();
    }

    List<TransferDue> due() {
        return jdbc.sql(TRANSFER + " where t.consignment is null order by t.due, t.id")
                .query(RotationStore::transfer)
                .list();
    }

    /** Locks a transfer that is still due. */
    Optional<TransferDue> lockDue(TransferId id) {
        return jdbc.sql(TRANSFER + " where t.id = ? and t.consignment is null for update of t")
                .param(id.value())
                .query(RotationStore::transfer)
                .optional();
    }

    void served(TransferId id, Ref consignment) {
        jdbc.sql("update media_transfer set consignment = ? where id = ?")
                .params(consignment.toString(), id.value())
                .update();
    }

    private static Schedule schedule(ResultSet row, int number) throws SQLException {
        NewSchedule plan = new NewSchedule(
                row.getString("name"),
                new SiteId(row.getString("from_site")),
                new SiteId(row.getString("to_site")),
                ZoneId.of(row.getString("zone")),
                row.getObject("at_time", LocalTime.class),
                DayOfWeek.valueOf(row.getString("weekly")),
                row.getInt("keep_sons"),
                row.getInt("keep_fathers"),
                row.getInt("keep_grandfathers"),
                Duration.ofSeconds(row.getLong("within_seconds")));
        return new Schedule(new ScheduleId(row.getObject("id", UUID.class)), plan, Sql.instant(row, "raised_until"));
    }

    private static TransferDue transfer(ResultSet row, int number) throws SQLException {
        return new TransferDue(
                new TransferId(row.getObject("id", UUID.class)),
                row.getString("name"),
                new SiteId(row.getString("from_site")),
                new SiteId(row.getString("to_site")),
                Generation.valueOf(row.getString("generation")),
                Sql.instant(row, "due"),
                Sql.instant(row, "keep_until"),
                new DueId(row.getObject("watch", UUID.class)));
    }
}
