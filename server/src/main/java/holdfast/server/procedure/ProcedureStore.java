package holdfast.server.procedure;

import holdfast.server.platform.Sql;
import holdfast.server.procedure.Procedures.NewProcedure;
import holdfast.server.record.ActorId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The table {@code procedure_version}. */
@Component
class ProcedureStore {

    private final JdbcClient jdbc;

    ProcedureStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Also keeps two proposals from getting the same number: the table stays locked until the transaction ends. */
    int nextNumber() {
        jdbc.sql("lock table procedure_version in share row exclusive mode").update();
        return jdbc.sql("select coalesce(max(number), 0) + 1 from procedure_version")
                .query(Integer.class)
                .single();
    }

    void add(int number, NewProcedure procedure, ActorId by, Instant at) {
        jdbc.sql("""
                insert into procedure_version (number, title, reason, rules, proposed_by, proposed_at)
                values (?, ?, ?, ?, ?, ?)""")
                .params(
                        number,
                        procedure.title(),
                        procedure.reason(),
                        RuleCodec.write(procedure.rules()),
                        by.value(),
                        Sql.time(at))
                .update();
    }

    void approve(int number, ActorId by, Instant since) {
        jdbc.sql("update procedure_version set approved_by = ?, since = ? where number = ? and since is null")
                .params(by.value(), Sql.time(since), number)
                .update();
    }

    ProcedureVersion version(int number) {
        return jdbc.sql("select * from procedure_version where number = ?")
                .param(number)
                .query(ProcedureStore::row)
                .optional()
                .orElseThrow(() -> new NotPermittedException("refused.version-unknown", number));
    }

    ProcedureVersion lock(int number) {
        jdbc.sql("lock table procedure_version in share row exclusive mode").update();
        return version(number);
    }

    boolean approvedAfter(int number) {
        return jdbc.sql("select exists (select from procedure_version where number > ? and since is not null)")
                .param(number)
                .query(Boolean.class)
                .single();
    }

    Optional<ProcedureVersion> newestSince(Instant moment) {
        return jdbc.sql("select * from procedure_version where since <= ? order by number desc limit 1")
                .param(Sql.time(moment))
                .query(ProcedureStore::row)
                .optional();
    }

    List<ProcedureVersion> all() {
        return jdbc.sql("select * from procedure_version order by number desc")
                .query(ProcedureStore::row)
                .list();
    }

    private static ProcedureVersion row(ResultSet row, int index) throws SQLException {
        return new ProcedureVersion(
                row.getInt("number"),
                row.getString("title"),
                row.getString("reason"),
                RuleCodec.read(row.getString("rules")),
                new ActorId(row.getString("proposed_by")),
                Optional.ofNullable(row.getString("approved_by")).map(ActorId::new),
                Sql.instantOrEmpty(row, "since"));
    }
}
