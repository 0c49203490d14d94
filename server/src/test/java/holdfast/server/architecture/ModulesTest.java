package holdfast.server.architecture;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import holdfast.server.HoldfastServer;
import holdfast.server.architecture.planted.modules.PlantedApplication;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModules;
import org.springframework.modulith.core.Violations;

/** The walls inside the server: each module knows only those that it names, and all of them name theirs. */
class ModulesTest {
    private static final Path MODULES = Path.of("src/main/java/holdfast/server");

    @Test
    void noModuleKnowsMoreThanItSays() {
        ApplicationModules.of(HoldfastServer.class).verify();
    }

    @Test
    void aModuleThatKnowsMoreThanItSaysIsFound() {
        ApplicationModules planted = ApplicationModules.of(PlantedApplication.class, location -> true);
        assertThatThrownBy(planted::verify)
                .isInstanceOf(Violations.class)
                .hasMessageContaining("nosy")
                .hasMessageContaining("quiet");
    }

    @Test
    void everyModuleSaysWhatItKnows() throws IOException {
        try (Stream<Path> all = Files.list(MODULES)) {
            List<Path> modules = all.filter(Files::isDirectory).toList();
            assertThat(modules).isNotEmpty();
            for (Path module : modules) {
                assertThat(Files.readString(module.resolve("package-info.java"), UTF_8))
                        .as(module.toString())
                        .contains("allowedDependencies");
            }
        }
    }
}
