package holdfast.vault.sim;

import static org.assertj.core.api.Assertions.assertThat;

import holdfast.vault.sim.SimStore.Broken;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
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
    private static final int MOST_TO_FIND_A_BUG = 1500;

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
    void aBrokenRuleIsFound(Broken rule) {
        int atOnce = Runtime.getRuntime().availableProcessors();
        AtomicBoolean found = new AtomicBoolean();
        IntStream.rangeClosed(1, atOnce).parallel().forEach(first -> {
            for (long seed = first; seed <= MOST_TO_FIND_A_BUG && !found.get(); seed += atOnce) {
                if (shows(rule, seed)) {
                    found.set(true);
                }
            }
        });
        assertThat(found)
                .as("that " + rule + " is broken shows in one of " + MOST_TO_FIND_A_BUG + " histories")
                .isTrue();
    }

    private boolean shows(Broken rule, long seed) {
        try {
            history(seed, rule);
            return false;
        } catch (AssertionError e) {
            assertThat(e).hasMessageMatching("(?s)(lost|changed|check finds damage) in .*");
            System.out.println(rule + " broken: seed " + seed + " shows it: " + e.getMessage());
            return true;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private SimHistory.Told history(long seed, Broken rule) throws IOException {
        return new SimHistory(seed, Files.createTempDirectory(folder, "h"), rule).run();
    }
}
