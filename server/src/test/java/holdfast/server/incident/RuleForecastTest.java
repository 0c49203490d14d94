package holdfast.server.incident;

import static org.assertj.core.api.Assertions.assertThat;

import holdfast.server.exposure.ExposureReport;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RuleForecastTest {
    @Test
    void aLossWithPersonsStartsTheClocksOfTheDepartmentAndThePrivacyCommissioner() {
        assertThat(new RuleForecast().ifLost(of(76_000)))
                .contains("GIRO-SO, Digital Policy Office: Preliminary report (C.2), within 48 hours of awareness")
                .anyMatch(clock ->
                        clock.contains("Privacy Commissioner") && clock.endsWith("as soon as possible after awareness"))
                .noneMatch(clock -> clock.contains("Post-incident"));
    }

    @Test
    void aLossWithoutPersonsIsNoneOfThePrivacyCommissioners() {
        assertThat(new RuleForecast().ifLost(of(0)))
                .isNotEmpty()
                .noneMatch(clock -> clock.contains("Privacy Commissioner"));
    }

    private static ExposureReport of(long persons) {
        return new ExposureReport(persons, Map.of(), Map.of(), Map.of(), List.of(), 0);
    }
}
