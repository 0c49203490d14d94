package holdfast.vault.sim;

import static org.assertj.core.api.Assertions.assertThat;

import holdfast.vault.sim.SimStore.Broken;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Whatever backups, prunes, forgets, copies and checks do to one another, nothing that was reported as saved is lost.
 * A failure names its seed; {@code -Dholdfast.seed=…} replays it alone.
 */
class PruneSimulationTest {
    private static final int QUICK = 8;
    private static final int MOST_TO_FIND_A_BUG = 400;

    @TempDir
    Path folder;

    @Test
    void nothingThatWasSavedIsLost() {
        Long one = Long.getLong("holdfast.seed");
        long first = one == null ? 1 : one;
        histories(first, one == null ? QUICK : 1);
    }

    @Test
    @Tag("slow")
    void nothingIsLostInAThousandHistories() {
        histories(System.nanoTime(), 1000);
    }

    private void histories(long first, int count) {
        List<SimHistory.Told> told = LongStream.range(first, first + count)
                .parallel()
                .mapToObj(this::sound)
                .toList();
        long backups = told.stream().mapToLong(SimHistory.Told::backups).sum();
        long deleted = told.stream().mapToLong(SimHistory.Told::deleted).sum();
        System.out.println(count + " histories from seed " + first + ": " + backups + " backups saved, " + deleted
                + " packs deleted meanwhile");
        assertThat(count == 1 || backups > count).isTrue();
        assertThat(count < 100 || deleted > count / 4).isTrue();
    }

    private SimHistory.Told sound(long seed) {
        try {
            return history(seed, Broken.NONE);
        } catch (AssertionError | IOException | RuntimeException e) {
            throw new AssertionError("-Dholdfast.seed=" + seed + ": " + e.getMessage(), e);
        }
    }

    /** A simulation that cannot fail shows nothing: with one rule broken it finds a loss. */
    @Tag("slow")
    @ParameterizedTest
    @EnumSource(
            value = Broken.class,
            names = {"NONE"},
            mode = EnumSource.Mode.EXCLUDE)
    void aBrokenRuleIsFound(Broken rule) throws IOException {
        for (long seed = 1; seed <= MOST_TO_FIND_A_BUG; seed++) {
            try {
                history(seed, rule);
            } catch (AssertionError e) {
                assertThat(e).hasMessageMatching("(?s)(lost|changed|check finds damage) in .*");
                System.out.println(rule + " broken: seed " + seed + " shows it: " + e.getMessage());
                return;
            }
        }
        throw new AssertionError("no history shows that " + rule + " is broken");
    }

    private SimHistory.Told history(long seed, Broken rule) throws IOException {
        return new SimHistory(seed, Files.createTempDirectory(folder, "h"), rule).run();
    }
}
