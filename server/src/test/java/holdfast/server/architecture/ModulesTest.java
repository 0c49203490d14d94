package holdfast.server.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import holdfast.server.HoldfastServer;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.springframework.modulith.ApplicationModule;
import org.springframework.modulith.core.ApplicationModules;

/** The walls inside the server: each module knows only those that it names, and all of them name theirs. */
class ModulesTest {
    private static final ApplicationModules MODULES = ApplicationModules.of(HoldfastServer.class);

    @Test
    void noModuleKnowsMoreThanItSays() {
        MODULES.verify();
    }

    @Test
    void everyModuleSaysWhatItKnows() {
        assertThat(MODULES.stream())
                .isNotEmpty()
                .allSatisfy(module -> assertThat(Arrays.asList(declaration(module.getBasePackage()
                                        .getName())
                                .allowedDependencies()))
                        .as("allowedDependencies of %s", module.getDisplayName())
                        .doesNotContain(ApplicationModule.OPEN_TOKEN));
    }

    private static ApplicationModule declaration(String module) {
        try {
            ApplicationModule declared =
                    Class.forName(module + ".package-info").getAnnotation(ApplicationModule.class);
            assertThat(declared).as("@ApplicationModule of %s", module).isNotNull();
            return declared;
        } catch (ClassNotFoundException e) {
            throw new AssertionError(module + " has no package-info", e);
        }
    }
}
