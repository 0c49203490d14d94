package holdfast.server.access;

import holdfast.server.platform.Invalid;
import holdfast.server.platform.Sql;
import holdfast.server.record.ActorId;
import holdfast.server.record.Recorder;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** {@link Invitations} over the tables. */
@Service
@Transactional
class InvitationService implements Invitations {
    private static final Duration VALID = Duration.ofHours(24);

    private final JdbcClient sql;
    private final PersonStore people;
    private final Permits permits;
    private final Passwords passwords;
    private final Recorder recorder;
    private final InstantSource clock;
    private final SecureRandom random;

    InvitationService(
            JdbcClient sql,
            PersonStore people,
            Permits permits,
            Passwords passwords,
            Recorder recorder,
            InstantSource clock,
            SecureRandom random) {
        this.sql = sql;
        this.people = people;
        this.permits = permits;
        this.passwords = passwords;
        this.recorder = recorder;
        this.clock = clock;
        this.random = random;
    }

    @Override
    public Token invite(ActorId person, ActorId administrator) {
        permits.demand(administrator, Role.ADMINISTRATOR);
        demandActive(person);
        if (people.canSignIn(person)) {
            throw new Forbidden("refused.can-sign-in", person);
        }
        recorder.record(administrator, "person.invited", Map.of(), PeopleService.ref(person));
        return issue(person);
    }

    @Override
    public RecoveryId askRecovery(ActorId person, String reason, ActorId administrator) {
        permits.demand(administrator, Role.ADMINISTRATOR);
        demandActive(person);
        notForOneself(person, administrator);
        if (reason.isBlank()) {
            throw new Invalid("refused.recovery-reason");
        }
        RecoveryId id = new RecoveryId(UUID.randomUUID());
        sql.sql("insert into access_recovery (id, person, reason, asked_by, asked_at) values (?, ?, ?, ?, ?)")
                .params(id.value(), person.value(), reason.strip(), administrator.value(), Sql.time(clock.instant()))
                .update();
        recorder.record(administrator, "recovery.asked", Map.of("reason", reason.strip()), PeopleService.ref(person));
        return id;
    }

    @Override
    public Token grantRecovery(RecoveryId recovery, ActorId other) {
        permits.demand(other, Role.ADMINISTRATOR);
        OpenRecovery open = openRecoveries().stream()
                .filter(candidate -> candidate.id().equals(recovery))
                .findFirst()
                .orElseThrow(() -> new Forbidden("refused.recovery-gone"));
        if (open.askedBy().equals(other)) {
            throw new Forbidden("refused.recovery-second");
        }
        notForOneself(open.person(), other);
        demandActive(open.person());
        int granted = sql.sql("""
                        update access_recovery set granted_by = ?, granted_at = ? where id = ? and granted_by is null
                        """)
                .params(other.value(), Sql.time(clock.instant()), recovery.value())
                .update();
        if (granted != 1) {
            throw new Forbidden("refused.recovery-granted");
        }
        people.voidCredentials(open.person());
        recorder.record(
                other, "recovery.granted", Map.of("askedBy", open.askedBy().value()), PeopleService.ref(open.person()));
        return issue(open.person());
    }

    @Override
    @Transactional(readOnly = true)
    public List<OpenRecovery> openRecoveries() {
        return sql.sql("select * from access_recovery where granted_by is null order by asked_at, id")
                .query((row, number) -> new OpenRecovery(
                        new RecoveryId(row.getObject("id", UUID.class)),
                        new ActorId(row.getString("person")),
                        row.getString("reason"),
                        new ActorId(row.getString("asked_by")),
                        Sql.instant(row, "asked_at")))
                .list();
    }

    @Override
    public ActorId accept(Token token, String newPassword) {
        ActorId person = use(token);
        people.setPassword(person, passwords.hash(newPassword, person.value()));
        recorder.record(person, "password.set", Map.of(), PeopleService.ref(person));
        return person;
    }

    @Override
    public ActorId accept(Token token) {
        ActorId person = use(token);
        recorder.record(person, "invitation.used", Map.of(), PeopleService.ref(person));
        return person;
    }

    private ActorId use(Token token) {
        ActorId person = sql.sql("""
                        update access_invitation set used_at = :now
                        where hash = :hash and used_at is null and issued_at > :oldest and issued_at <= :now
                        returning person
                        """)
                .param("hash", Tokens.hash(token.value()))
                .param("now", Sql.time(clock.instant()))
                .param("oldest", Sql.time(clock.instant().minus(VALID)))
                .query(String.class)
                .optional()
                .map(ActorId::new)
                .orElseThrow(() -> new Forbidden("refused.invitation-unknown"));
        demandActive(person);
        return person;
    }

    /** A new token voids those issued before. */
    private Token issue(ActorId person) {
        sql.sql("delete from access_invitation where person = ? and used_at is null")
                .param(person.value())
                .update();
        Token token = new Token(Tokens.fresh(random));
        sql.sql("insert into access_invitation (hash, person, issued_at) values (?, ?, ?)")
                .params(Tokens.hash(token.value()), person.value(), Sql.time(clock.instant()))
                .update();
        return token;
    }

    private void demandActive(ActorId person) {
        if (people.find(person).filter(Person::active).isEmpty()) {
            throw new Forbidden("refused.nobody-here", person);
        }
    }

    private static void notForOneself(ActorId person, ActorId administrator) {
        if (person.equals(administrator)) {
            throw new Forbidden("refused.own-recovery");
        }
    }
}
