package holdfast.server.access;

import holdfast.server.platform.Invalid;
import holdfast.server.platform.Sql;
import holdfast.server.record.ActorId;
import holdfast.server.record.Recorder;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Tokens with which a program works as a person, over REST. A person issues and revokes their own; the roles
 * are the person's at the moment of each request.
 */
@Service
@Transactional
public class ApiTokens {
    private final JdbcClient sql;
    private final PersonStore people;
    private final Permits permits;
    private final Recorder recorder;
    private final InstantSource clock;
    private final SecureRandom random;

    ApiTokens(
            JdbcClient sql,
            PersonStore people,
            Permits permits,
            Recorder recorder,
            InstantSource clock,
            SecureRandom random) {
        this.sql = sql;
        this.people = people;
        this.permits = permits;
        this.recorder = recorder;
        this.clock = clock;
        this.random = random;
    }

    /**
     * Issues a token for oneself.
     *
     * @param label what it is for, in a few words
     */
    public Invitations.Token issue(String label, ActorId by) {
        permits.demand(by);
        if (label.isBlank() || label.length() > 80) {
            throw new Invalid("refused.token-purpose");
        }
        Invitations.Token token = new Invitations.Token("hf_" + Tokens.fresh(random));
        sql.sql("insert into access_api_token (hash, person, label, issued_at) values (?, ?, ?, ?)")
                .params(Tokens.hash(token.value()), by.value(), label.strip(), Sql.time(clock.instant()))
                .update();
        recorder.record(by, "token.issued", Map.of("label", label.strip()), PeopleService.ref(by));
        return token;
    }

    /** Revokes all of one's own tokens with this label; if there are none, nothing happens. */
    public void revoke(String label, ActorId by) {
        permits.demand(by);
        int revoked = sql.sql("""
                        update access_api_token set revoked_at = ? where person = ? and label = ? and revoked_at is null
                        """)
                .params(Sql.time(clock.instant()), by.value(), label.strip())
                .update();
        if (revoked > 0) {
            recorder.record(by, "token.revoked", Map.of("label", label.strip()), PeopleService.ref(by));
        }
    }

    /** The active person whose token this is. */
    @Transactional(readOnly = true)
    Optional<Person> personOf(String token) {
        return sql.sql("select person from access_api_token where hash = ? and revoked_at is null")
                .param(Tokens.hash(token))
                .query(String.class)
                .optional()
                .flatMap(id -> people.find(new ActorId(id)))
                .filter(Person::active);
    }
}
