package holdfast.server.drill;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TreeComparisonTest {
    @TempDir
    private Path scratch;

    private Path left;
    private Path right;

    @BeforeEach
    void twoEqualTrees() throws IOException {
        left = scratch.resolve("left");
        Files.createDirectories(left.resolve("inner"));
        Files.writeString(left.resolve("a.txt"), "seven tapes", UTF_8);
        Files.writeString(left.resolve("inner/b.txt"), "left one office", UTF_8);
        right = scratch.resolve("right");
        Folders.copyAll(left, right);
    }

    @Test
    void equalTreesAreCounted() throws IOException {
        TreeComparison.Result result = TreeComparison.compare(left, right);
        assertThat(result.firstDifference()).isEmpty();
        assertThat(result.files()).isEqualTo(2);
        assertThat(result.bytes()).isEqualTo(26);
    }

    @Test
    void aFlippedByteIsNamedWithItsPlace() throws IOException {
        Files.writeString(right.resolve("a.txt"), "seven tapeS", UTF_8);
        assertThat(TreeComparison.compare(left, right).firstDifference()).contains("a.txt differs at byte 10");
    }

    @Test
    void aMissingFileAndOneTooManyAreNamed() throws IOException {
        Files.delete(right.resolve("inner/b.txt"));
        assertThat(TreeComparison.compare(left, right).firstDifference()).contains("inner/b.txt is missing");
        assertThat(TreeComparison.compare(right, left).firstDifference()).contains("inner/b.txt is too many");
    }
}
