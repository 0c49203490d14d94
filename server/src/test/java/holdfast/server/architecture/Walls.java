package holdfast.server.architecture;

import static com.tngtech.archunit.core.domain.JavaCall.Predicates.target;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.name;
import static com.tngtech.archunit.core.domain.properties.HasOwner.Predicates.With.owner;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaCall;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.NullMarked;

/** The rules that keep the rooms of ARCHITECTURE.md apart. */
final class Walls {
    /** Where the system's clock and randomness are handed out; everybody else gets them by constructor. */
    private static final String[] WIRING = {"holdfast.server.platform..", "holdfast.cli..", "holdfast.testkit.."};

    /** Programs that Spring does not wire, and that hand themselves the system's clock in their main method. */
    private static final Set<String> MAIN_CLASSES =
            Set.of("holdfast.server.secondsite.SecondSiteCommand", "holdfast.server.notice.Sender");

    private Walls() {}

    /** An engine module knows only those below it. */
    static ArchRule engineModulesKnowOnlyThoseBelow() {
        return layeredArchitecture()
                .consideringOnlyDependenciesInAnyPackage("holdfast..")
                .withOptionalLayers(true)
                .layer("crypto")
                .definedBy("holdfast.crypto..")
                .layer("storage")
                .definedBy("holdfast.storage..")
                .layer("vault")
                .definedBy("holdfast.vault..")
                .layer("subjects")
                .definedBy("holdfast.subjects..")
                .layer("tape")
                .definedBy("holdfast.tape..")
                .layer("ledger")
                .definedBy("holdfast.ledger..")
                .layer("server")
                .definedBy("holdfast.server..")
                .whereLayer("crypto")
                .mayNotAccessAnyLayer()
                .whereLayer("storage")
                .mayNotAccessAnyLayer()
                .whereLayer("vault")
                .mayOnlyAccessLayers("crypto", "storage")
                .whereLayer("subjects")
                .mayOnlyAccessLayers("vault", "storage", "crypto")
                .whereLayer("tape")
                .mayOnlyAccessLayers("crypto")
                .whereLayer("ledger")
                .mayOnlyAccessLayers("crypto");
    }

    /** The packages right below one know each other in one direction only. */
    static ArchRule roomsHaveNoCycle(String packageAbove) {
        return slices().matching(packageAbove + ".(*)..").should().beFreeOfCycles();
    }

    static ArchRule onlyTheServerSeesSpring() {
        return noClasses().that().resideOutsideOfPackage("holdfast.server..").should(dependOnSpring());
    }

    /** The same rule without its exception, to see it fail. */
    static ArchRule nobodySeesSpring() {
        return noClasses().should(dependOnSpring());
    }

    static ArchRule timeAndRandomnessAreHandedIn() {
        return noClasses()
                .that(DescribedPredicate.not(resideInAnyPackage(WIRING)))
                .and(DescribedPredicate.not(mainClass()))
                .should()
                .callCodeUnitWhere(asksTheSystem());
    }

    static ArchRule everyPackageIsNullMarked() {
        return classes().should(new ArchCondition<JavaClass>("lie in a package marked @NullMarked") {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                boolean marked = type.getPackage().isAnnotatedWith(NullMarked.class);
                events.add(new SimpleConditionEvent(type, marked, type.getPackageName() + " of " + type.getName()));
            }
        });
    }

    private static ArchCondition<JavaClass> dependOnSpring() {
        return com.tngtech.archunit.lang.conditions.ArchConditions.dependOnClassesThat(
                resideInAnyPackage("org.springframework.."));
    }

    private static DescribedPredicate<JavaClass> mainClass() {
        return DescribedPredicate.describe("a program of its own", type -> MAIN_CLASSES.contains(type.getName()));
    }

    /** {@code X.now()} and the like without a clock of the caller's, or randomness without a source of the caller's. */
    private static DescribedPredicate<JavaCall<?>> asksTheSystem() {
        DescribedPredicate<JavaCall<?>> nowWithoutClock = DescribedPredicate.describe(
                "ask for the time",
                call -> List.of(
                                        Instant.class,
                                        LocalDate.class,
                                        LocalDateTime.class,
                                        OffsetDateTime.class,
                                        ZonedDateTime.class)
                                .stream()
                                .anyMatch(type -> call.getTargetOwner().isEquivalentTo(type))
                        && call.getName().equals("now")
                        && call.getTarget().getRawParameterTypes().stream()
                                .noneMatch(parameter -> parameter.isEquivalentTo(Clock.class)));
        return nowWithoutClock
                .or(target(owner(equivalentTo(System.class))).and(target(name("currentTimeMillis"))))
                .or(target(owner(equivalentTo(Clock.class)))
                        .and(DescribedPredicate.describe(
                                "a system clock", call -> call.getName().startsWith("system"))))
                .or(target(owner(equivalentTo(InstantSource.class))).and(target(name("system"))))
                .or(target(owner(equivalentTo(ThreadLocalRandom.class))).and(target(name("current"))))
                .or(target(owner(equivalentTo(Math.class))).and(target(name("random"))))
                .or(unseeded(Random.class))
                .or(unseeded(SecureRandom.class))
                .as("asks the system for time or randomness");
    }

    private static DescribedPredicate<JavaCall<?>> unseeded(Class<?> type) {
        return DescribedPredicate.describe(
                "new " + type.getSimpleName() + "()",
                call -> call.getTargetOwner().isEquivalentTo(type)
                        && call.getName().equals("<init>")
                        && call.getTarget().getRawParameterTypes().isEmpty());
    }

    private static DescribedPredicate<JavaClass> equivalentTo(Class<?> type) {
        return JavaClass.Predicates.equivalentTo(type);
    }
}
