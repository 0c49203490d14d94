package holdfast.server.drill;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class DrillClockTest {
    private final DrillClock clock = new DrillClock(Scenario.MORNING);

    @Test
    void standsStillUntilItIsTold() {
        assertThat(clock.instant()).isEqualTo(clock.instant()).isEqualTo(Scenario.MORNING);
        clock.pass(Duration.ofMinutes(5));
        assertThat(clock.instant()).isEqualTo(Scenario.MORNING.plus(Duration.ofMinutes(5)));
    }

    @Test
    void neverGoesBack() {
        clock.leapTo(Scenario.DUE);
        clock.leapTo(Scenario.MORNING);
        assertThat(clock.instant()).isEqualTo(Scenario.DUE);
    }
}
