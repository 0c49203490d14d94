package holdfast.server.media;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import holdfast.server.access.Forbidden;
import holdfast.server.place.Places;
import holdfast.server.record.Ref;
import holdfast.server.testing.HoldfastTest;
import holdfast.server.testing.SettableClock;
import holdfast.server.testing.Staff;
import holdfast.server.watch.OpenDue;
import holdfast.server.watch.RungReached;
import holdfast.server.watch.Watch;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** A site that nobody counts is heard of. */
@HoldfastTest
class CountRhythmTest {
    private final Stocktakes stocktakes;
    private final Watch watch;
    private final SettableClock clock;
    private final Ground ground;
    private final Ref about;

    CountRhythmTest(
            Stocktakes stocktakes,
            Cartridges cartridges,
            Cases cases,
            Watch watch,
            SettableClock clock,
            Staff staff,
            Places places) {
        this.stocktakes = stocktakes;
        this.watch = watch;
        this.clock = clock;
        this.ground = new Ground(staff, places, cartridges, cases);
        this.about = new Ref("site", ground.tower.value());
    }

    @Test
    void aCountThatIsNotGivenRingsForTheSiteThenTheManagersThenTheHead() {
        stocktakes.every(ground.tower, 30, ground.manager);
        assertThat(due().expectation().due()).isEqualTo(clock.instant().plus(Duration.ofDays(30)));
        clock.advance(Duration.ofDays(30));
        watch.ringDue();
        List<RungReached> rang = watch.rang(about);
        assertThat(rang).hasSize(1);
        assertThat(rang.getFirst().heard()).containsExactly(ground.officer);
        clock.advance(Duration.ofDays(3));
        watch.ringDue();
        assertThat(watch.rang(about)).hasSize(3);
        assertThat(watch.rang(about).get(1).heard()).contains(ground.manager);
    }

    @Test
    void onlyACountThatIsGivenMovesTheDueTimeOn() {
        stocktakes.every(ground.tower, 7, ground.manager);
        Instant before = due().expectation().due();
        clock.advance(Duration.ofDays(2));
        StocktakeId begun = stocktakes.begin(ground.tower, ground.officer);
        assertThat(due().expectation().due()).as("begun is not given").isEqualTo(before);
        assertThat(stocktakes.begin(ground.tower, ground.officer)).isEqualTo(begun);
        stocktakes.count(begun, new StockCount(Set.of(), Map.of()), ground.officer);
        assertThat(due().expectation().due()).isEqualTo(clock.instant().plus(Duration.ofDays(7)));
        assertThat(stocktakes.begin(ground.tower, ground.officer)).isNotEqualTo(begun);
    }

    @Test
    void settingTheRhythmAgainDoesNotPutOffWhatIsDue() {
        stocktakes.every(ground.tower, 7, ground.manager);
        Instant before = due().expectation().due();
        clock.advance(Duration.ofDays(6));
        stocktakes.every(ground.tower, 7, ground.manager);
        assertThat(due().expectation().due()).isEqualTo(before);
    }

    @Test
    void whoeverCountsDoesNotSayHowOften() {
        assertThatThrownBy(() -> stocktakes.every(ground.tower, 300, ground.officer))
                .isInstanceOf(Forbidden.class);
        assertThatThrownBy(() -> stocktakes.every(ground.tower, 300, ground.operator))
                .isInstanceOf(Forbidden.class);
        assertThatThrownBy(() -> stocktakes.every(ground.tower, 0, ground.manager))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> stocktakes.every(ground.tower, 367, ground.manager))
                .isInstanceOf(IllegalArgumentException.class);
        assertThat(stocktakes.rhythms()).noneMatch(one -> one.site().equals(ground.tower));
    }

    private OpenDue due() {
        List<OpenDue> open = watch.open(about);
        assertThat(open).hasSize(1);
        return open.getFirst();
    }
}
