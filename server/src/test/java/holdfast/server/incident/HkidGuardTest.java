package holdfast.server.incident;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HkidGuardTest {
    @ParameterizedTest
    @ValueSource(strings = {"Q700007(A)", "QX000012(1)", "number q7000010 was", "Ｑ７００００７（Ａ）", "Q700001 0"})
    void anIdentityCardNumberIsSeenHoweverItIsWritten(String text) {
        assertThat(HkidGuard.contains(text)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"Q700007(1)", "HF0001L9", "C-000001", "incident 2024-1", "ledger entry 0190a5c2-77aa"})
    void whatOnlyLooksAlikePasses(String text) {
        assertThat(HkidGuard.contains(text)).isFalse();
    }

    @Test
    void theCheckDigitsOfTheSourceComeOut() {
        assertThat(HkidGuard.check("Q", "700007")).isEqualTo('A');
        assertThat(HkidGuard.check("QX", "000012")).isEqualTo('1');
        assertThat(HkidGuard.check("Q", "700001")).isEqualTo('0');
    }
}
