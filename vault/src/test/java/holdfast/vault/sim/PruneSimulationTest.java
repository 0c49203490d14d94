package holdfast.vault.sim;

import static org.assertj.core.api.Assertions.assertThat;

import holdfast.vault.sim.SimStore.Broken;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
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
    private static final int QUICK = 15;
    private static final int MOST_TO_FIND_A_BUG = 400;

    @TempDir
    Path folder;

    @Test
    void nothingThatWasSavedIsLost() throws IOException {
        Long one = Long.getLong("holdfast.seed");
        long first = one == null ? System.nanoTime() : one;
        histories(first, one == null ? QUICK : 1);
    }

    @Test
    @Tag("slow")
    void nothingIsLostInAThousandHistories() throws IOException {
        histories(System.nanoTime(), 1000);
    }

    private void histories(long first, int count) throws IOException {
        long backups = 0;
        long deleted = 0;
        for (long seed = first; seed < first + count; seed++) {
            try {
                SimHistory.Told told = history(seed, Broken.NONE);
                backups += told.backups();
                deleted += told.deleted();
            } catch (AssertionError | IOException | RuntimeException e) {
                throw new AssertionError("-Dholdfast.seed=" + seed + ": " + e.getMessage(), e);
            }
        }
        System.out.println(count + " histories from seed " + first + ": " + backups + " backups saved, " + deleted
                + " packs deleted meanwhile");
        assertThat(count == 1 || backups > count).isTrue();
        assertThat(count < 100 || deleted > count / 4).isTrue();
    }

    /** A simulation that cannot fail shows nothing: with one rule broken it finds a loss. */
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
