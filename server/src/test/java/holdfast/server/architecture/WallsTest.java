package holdfast.server.architecture;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import holdfast.server.architecture.planted.PlantedViolations;
import holdfast.vault.planted.KnowsTheLedger;
import org.junit.jupiter.api.Test;

class WallsTest {
    private static final JavaClasses PRODUCT = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .withImportOption(location -> !location.contains("-tests.jar"))
            .importPackages("holdfast");
    private static final JavaClasses PLANTED = new ClassFileImporter().importClasses(PlantedViolations.class);

    @Test
    void anEngineModuleKnowsOnlyThoseBelowIt() {
        Walls.engineModulesKnowOnlyThoseBelow().check(PRODUCT);
        JavaClasses planted = new ClassFileImporter().importClasses(KnowsTheLedger.class);
        assertThatThrownBy(() -> Walls.engineModulesKnowOnlyThoseBelow().check(planted))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("KnowsTheLedger");
    }

    @Test
    void theRoomsOfTheVaultKnowEachOtherInOneDirection() {
        Walls.roomsHaveNoCycle("holdfast.vault").check(PRODUCT);
        ArchRule planted = Walls.roomsHaveNoCycle("holdfast.server.architecture.planted");
        assertThatThrownBy(() -> planted.check(new ClassFileImporter().importPackagesOf(PlantedViolations.class)))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("Cycle");
    }

    @Test
    void onlyTheServerSeesSpring() {
        Walls.onlyTheServerSeesSpring().check(PRODUCT);
        failsOnThePlanted(Walls.nobodySeesSpring());
    }

    @Test
    void timeAndRandomnessAreHandedIn() {
        Walls.timeAndRandomnessAreHandedIn().check(PRODUCT);
        failsOnThePlanted(Walls.timeAndRandomnessAreHandedIn());
    }

    @Test
    void everyPackageIsNullMarked() {
        Walls.everyPackageIsNullMarked().check(PRODUCT);
        failsOnThePlanted(Walls.everyPackageIsNullMarked());
    }

    private static void failsOnThePlanted(ArchRule rule) {
        assertThatThrownBy(() -> rule.check(PLANTED))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("PlantedViolations");
    }
}
