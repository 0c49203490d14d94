package holdfast.server.access;

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

/** The tables of people and roles. Decides nothing. */
@Component
class PersonStore {
    private static final String SELECT = """
            select p.*, coalesce((select string_agg(role, ',') from access_role r where r.person = p.id), '') as roles
            from access_person p
            """;

    private final JdbcClient sql;

    PersonStore(JdbcClient sql) {
        this.sql = sql;
    }

    /** Serialises everything that must count people: the first administrator, the last one. */
    void lock() {
        sql.sql("lock table access_person in share row exclusive mode").update();
    }

    boolean anybodyCanSignIn() {
        return sql.sql("""
                        select exists (select 1 from access_person where password is not null)
                            or exists (select 1 from user_credentials)
                        """).query(Boolean.class).single();
    }

    Optional<Person> find(ActorId id) {
        return sql.sql(SELECT + "where p.id = ?")
                .param(id.value())
                .query(PersonStore::person)
                .optional();
    }

    List<Person> all() {
        return sql.sql(SELECT + "order by p.name, p.id")
                .query(PersonStore::person)
                .list();
    }

    List<Person> holding(Role role) {
        return sql.sql(SELECT + """
                        where p.active and exists (select 1 from access_role r where r.person = p.id and r.role = ?)
                        order by p.name, p.id
                        """)
                .param(role.name())
                .query(PersonStore::person)
                .list();
    }

    void insert(Person person, Instant at) {
        sql.sql("""
                        insert into access_person (id, name, post, email, phone, language, active, enrolled_at)
                        values (?, ?, ?, ?, ?, ?, ?, ?)
                        """)
                .params(
                        person.id().value(),
                        person.name(),
                        person.post(),
                        person.email(),
                        person.phone(),
                        person.language().name(),
                        person.active(),
                        Sql.time(at))
                .update();
        insertRoles(person.id(), person.roles());
    }

    void setRoles(ActorId person, Set<Role> roles) {
        sql.sql("delete from access_role where person = ?")
                .param(person.value())
                .update();
        insertRoles(person, roles);
        endSessions(person);
    }

    void retire(ActorId person) {
        sql.sql("update access_person set active = false, stamp = stamp + 1 where id = ?")
                .param(person.value())
                .update();
    }

    void setPassword(ActorId person, String hash) {
        sql.sql("update access_person set password = ?, stamp = stamp + 1 where id = ?")
                .params(hash, person.value())
                .update();
    }

    /** Takes every means of signing in from a person. */
    void voidCredentials(ActorId person) {
        sql.sql("update access_person set password = null, stamp = stamp + 1 where id = ?")
                .param(person.value())
                .update();
        sql.sql("""
                        delete from user_credentials where user_entity_user_id in
                          (select id from user_entities where name = ?)
                        """).param(person.value()).update();
        sql.sql("update access_api_token set revoked_at = coalesce(revoked_at, issued_at) where person = ?")
                .param(person.value())
                .update();
    }

    Optional<String> password(ActorId person) {
        return sql.sql("select password from access_person where id = ? and password is not null")
                .param(person.value())
                .query(String.class)
                .optional();
    }

    boolean canSignIn(ActorId person) {
        return sql.sql("""
                        select exists (select 1 from access_person where id = :id and password is not null)
                            or exists (select 1 from user_credentials c
                                       join user_entities u on u.id = c.user_entity_user_id where u.name = :id)
                        """).param("id", person.value()).query(Boolean.class).single();
    }

    /** The stamp of an active person; empty for everybody else. */
    Optional<Integer> stamp(ActorId person) {
        return sql.sql("select stamp from access_person where id = ? and active")
                .param(person.value())
                .query(Integer.class)
                .optional();
    }

    private void endSessions(ActorId person) {
        sql.sql("update access_person set stamp = stamp + 1 where id = ?")
                .param(person.value())
                .update();
    }

    private void insertRoles(ActorId person, Set<Role> roles) {
        for (Role role : roles) {
            sql.sql("insert into access_role (person, role) values (?, ?)")
                    .params(person.value(), role.name())
                    .update();
        }
    }

    private static Person person(ResultSet row, int number) throws SQLException {
        Set<Role> roles = Arrays.stream(row.getString("roles").split(","))
                .filter(name -> !name.isEmpty())
                .map(Role::valueOf)
                .collect(Collectors.toUnmodifiableSet());
        return new Person(
                new ActorId(row.getString("id")),
                row.getString("name"),
                row.getString("post"),
                row.getString("email"),
                row.getString("phone"),
                Language.valueOf(row.getString("language")),
                roles,
                row.getBoolean("active"));
    }
}
