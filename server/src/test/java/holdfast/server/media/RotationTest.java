package holdfast.server.media;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import holdfast.server.place.Places;
import holdfast.server.record.Ref;
import holdfast.server.testing.HoldfastTest;
import holdfast.server.testing.SettableClock;
import holdfast.server.testing.Staff;
import holdfast.server.watch.Watch;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

@HoldfastTest
class RotationTest {
    private final Rotation rotation;
    private final Watch watch;
    private final SettableClock clock;
    private final JdbcClient jdbc;
    private final Ground ground;

    RotationTest(
            Rotation rotation,
            Watch watch,
            SettableClock clock,
            JdbcClient jdbc,
            Cartridges cartridges,
            Cases cases,
            Staff staff,
            Places places) {
        this.rotation = rotation;
        this.watch = watch;
        this.clock = clock;
        this.jdbc = jdbc;
        this.ground = new Ground(staff, places, cartridges, cases);
    }

    /** Other tests share the server: no schedule of this one may go on raising. */
    @AfterEach
    void noMoreTransfers() {
        jdbc.sql("update media_schedule set raised_until = '2999-01-01'").update();
        clock.set(SettableClock.START);
    }

    @Test
    void onTheDayATransferIsRaisedAndRingsUntilSomethingLeaves() {
        Instant friday = Instant.parse("2031-12-19T02:00:00Z");
        clock.set(friday);
        rotation.define(plan("ring " + ground.tower), ground.operator);
        assertThat(rotation.raise()).isZero();
        clock.set(Instant.parse("2031-12-22T01:00:00Z"));
        assertThat(rotation.raise()).isEqualTo(1);
        assertThat(rotation.raise()).describedAs("raised once").isZero();
        TransferDue transfer = mine().getFirst();
        assertThat(transfer.due()).isEqualTo(Instant.parse("2031-12-22T01:00:00Z"));
        Ref about = new Ref("transfer", transfer.id().toString());
        assertThat(watch.open(about)).hasSize(1);
        watch.ringDue();
        assertThat(watch.rang(about)).extracting(rung -> rung.label()).containsExactly("operators");
        rotation.served(transfer.id(), new Ref("consignment", "x"), ground.operator);
        assertThat(watch.open(about)).isEmpty();
        assertThat(mine()).isEmpty();
        assertThatThrownBy(() -> rotation.served(transfer.id(), new Ref("consignment", "y"), ground.operator))
                .isInstanceOf(MediaRefused.class);
    }

    @Test
    void ofTransfersMissedWhileNoServerRanTheOneKeptLongestIsRaised() {
        clock.set(Instant.parse("2032-12-20T02:00:00Z"));
        rotation.define(plan("missed " + ground.tower), ground.operator);
        clock.set(Instant.parse("2033-01-25T02:00:00Z"));
        assertThat(rotation.raise()).isEqualTo(1);
        assertThat(mine())
                .singleElement()
                .satisfies(transfer -> assertThat(transfer.generation()).isEqualTo(Generation.GRANDFATHER));
    }

    private NewSchedule plan(String name) {
        return new NewSchedule(
                name,
                ground.tower,
                ground.queensway,
                ZoneId.of("Asia/Hong_Kong"),
                LocalTime.of(9, 0),
                DayOfWeek.MONDAY,
                0,
                4,
                12,
                Duration.ofHours(8));
    }

    private List<TransferDue> mine() {
        return rotation.due().stream()
                .filter(transfer -> transfer.from().equals(ground.tower))
                .toList();
    }
}
