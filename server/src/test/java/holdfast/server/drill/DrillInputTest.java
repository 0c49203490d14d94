package holdfast.server.drill;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import holdfast.server.platform.CannotStart;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DrillInputTest {
    @TempDir
    private Path scratch;

    @Test
    void aFolderThatHoldsSomethingIsNotWrittenInto() throws IOException {
        Files.writeString(scratch.resolve("precious.txt"), "mine", UTF_8);
        DrillOptions options = options(7, List.of(), Optional.empty(), List.of(), Optional.of(scratch));
        assertThatThrownBy(() -> DrillInput.demandUsable(options))
                .isInstanceOf(CannotStart.class)
                .hasMessageContaining(scratch.toString())
                .hasMessageContaining("not empty");
    }

    @Test
    void aRegisterOutsideTheDataWouldNotBeOnTheCartridges() throws IOException {
        Path data = Files.createDirectory(scratch.resolve("data"));
        Path register = Files.writeString(scratch.resolve("persons.csv"), "id,name\n1,A\n", UTF_8);
        DrillOptions options = options(7, List.of(), Optional.of(data), List.of(register), Optional.empty());
        assertThatThrownBy(() -> DrillInput.demandUsable(options))
                .isInstanceOf(CannotStart.class)
                .hasMessageContaining("does not lie inside");
    }

    @Test
    void ownDataNeedsARegister() throws IOException {
        DrillOptions options = options(7, List.of(), Optional.of(scratch), List.of(), Optional.empty());
        assertThatThrownBy(() -> DrillInput.demandUsable(options)).hasMessageContaining("--register");
    }

    @Test
    void moreCannotBeLostThanIsWritten() {
        DrillOptions options =
                options(1, List.of("HF0001L9", "HF0002L9"), Optional.empty(), List.of(), Optional.empty());
        assertThatThrownBy(() -> DrillInput.demandUsable(options)).hasMessageContaining("--lose");
    }

    @Test
    void theDefaultsAreUsable() {
        DrillOptions options = options(7, List.of(), Optional.empty(), List.of(), Optional.empty());
        assertThatCode(() -> DrillInput.demandUsable(options)).doesNotThrowAnyException();
    }

    private static DrillOptions options(
            int cartridges, List<String> lose, Optional<Path> data, List<Path> registers, Optional<Path> keep) {
        return new DrillOptions(
                500, cartridges, lose, data, registers, Optional.empty(), 1, Optional.empty(), keep, false, 0, true);
    }
}
