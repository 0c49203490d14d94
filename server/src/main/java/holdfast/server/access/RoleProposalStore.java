package holdfast.server.access;

import holdfast.server.access.RoleProposals.Proposal;
import holdfast.server.platform.Sql;
import holdfast.server.record.ActorId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The table of roles that wait for a second person. Decides nothing. */
@Component
class RoleProposalStore {
    private static final String SELECT = """
            select person, string_agg(role, ',') as roles, min(proposed_by) as by, min(proposed_at) as at
            from access_proposed_role
            """;

    private final JdbcClient sql;

    RoleProposalStore(JdbcClient sql) {
        this.sql = sql;
    }

    List<Proposal> all() {
        return sql.sql(SELECT + "group by person order by min(proposed_at), person")
                .query(RoleProposalStore::proposal)
                .list();
    }

    Optional<Proposal> of(ActorId person) {
        return sql.sql(SELECT + "where person = ? group by person")
                .param(person.value())
                .query(RoleProposalStore::proposal)
                .optional();
    }

    /** In place of what waited for this person before. */
    void put(ActorId person, Set<Role> roles, ActorId by, Instant at) {
        drop(person);
        for (Role role : roles) {
            sql.sql("insert into access_proposed_role (person, role, proposed_by, proposed_at) values (?, ?, ?, ?)")
                    .params(person.value(), role.name(), by.value(), Sql.time(at))
                    .update();
        }
    }

    void drop(ActorId person) {
        sql.sql("delete from access_proposed_role where person = ?")
                .param(person.value())
                .update();
    }

    private static Proposal proposal(ResultSet row, int number) throws SQLException {
        Set<Role> roles = Arrays.stream(row.getString("roles").split(","))
                .map(Role::valueOf)
                .collect(Collectors.toUnmodifiableSet());
        return new Proposal(
                new ActorId(row.getString("person")), roles, new ActorId(row.getString("by")), Sql.instant(row, "at"));
    }
}
