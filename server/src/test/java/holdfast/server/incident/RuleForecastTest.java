package holdfast.server.incident;

import static org.assertj.core.api.Assertions.assertThat;

import holdfast.server.exposure.ExposureReport;
import holdfast.server.platform.Phrases;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RuleForecastTest {
    @Test
    void aLossWithPersonsStartsTheClocksOfTheDepartmentAndThePrivacyCommissioner() {
        assertThat(ifLost(of(76_000)))
                .contains("GIRO-SO, Digital Policy Office: Preliminary report (C.2), within 48 hours of awareness")
                .anyMatch(clock ->
                        clock.contains("Privacy Commissioner") && clock.endsWith("as soon as possible after awareness"))
                .noneMatch(clock -> clock.contains("Post-incident"));
    }

    @Test
    void aLossWithoutPersonsIsNoneOfThePrivacyCommissioners() {
        assertThat(ifLost(of(0))).isNotEmpty().noneMatch(clock -> clock.contains("Privacy Commissioner"));
    }

    private static List<String> ifLost(ExposureReport exposure) {
        Phrases english = Phrases.english(ZoneOffset.UTC);
        return new RuleForecast().ifLost(exposure).stream().map(english::say).toList();
    }

    @Test
    void everyRuleIsSaidAsTheTableOfAuthoritiesSaysIt() {
        Phrases english = Phrases.english(ZoneOffset.UTC);
        assertThat(Rules.builtIn().all()).isNotEmpty().allSatisfy(rule -> {
            assertThat(english.say(rule.whatSaid())).isEqualTo(rule.what().replace('\'', '’'));
            assertThat(english.say(rule.toSaid())).isEqualTo(rule.to().replace('\'', '’'));
        });
    }

    private static ExposureReport of(long persons) {
        return new ExposureReport(persons, Map.of(), Map.of(), Map.of(), List.of(), 0);
    }
}
