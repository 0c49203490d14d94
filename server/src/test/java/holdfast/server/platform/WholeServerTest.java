package holdfast.server.platform;

import static org.assertj.core.api.Assertions.assertThat;

import holdfast.server.testing.HoldfastTest;
import holdfast.server.testing.SettableClock;
import java.time.Duration;
import java.time.InstantSource;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

@HoldfastTest
class WholeServerTest {
    private final JdbcClient sql;
    private final InstantSource clock;
    private final SettableClock settable;

    WholeServerTest(JdbcClient sql, InstantSource clock, SettableClock settable) {
        this.sql = sql;
        this.clock = clock;
        this.settable = settable;
    }

    @Test
    void theServersDatabaseRoleIsNoSuperuser() {
        assertThat(sql.sql("select current_user || ' ' || current_setting('is_superuser')")
                        .query(String.class)
                        .single())
                .isEqualTo("holdfast off");
    }

    @Test
    void aTestMovesTheOneClock() {
        var before = clock.instant();
        settable.advance(Duration.ofMinutes(5));
        assertThat(clock.instant()).isEqualTo(before.plus(Duration.ofMinutes(5)));
    }
}
