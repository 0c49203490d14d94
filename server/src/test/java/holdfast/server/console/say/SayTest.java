package holdfast.server.console.say;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.springframework.context.support.ResourceBundleMessageSource;

class SayTest {
    private static final Instant NOW = Instant.parse("2024-12-23T02:18:00Z");

    private static Say say(Languages language) {
        ResourceBundleMessageSource messages = new ResourceBundleMessageSource();
        messages.setBasename("messages/console");
        messages.setDefaultEncoding("UTF-8");
        messages.setFallbackToSystemLocale(false);
        messages.setAlwaysUseMessageFormat(true);
        return new Say(messages, language.locale(), ZoneId.of("Asia/Hong_Kong"), NOW);
    }

    @Test
    void aTimeCarriesItsDateOnlyWhereItIsNotToday() {
        Say say = say(Languages.EN);
        assertThat(say.time(NOW)).isEqualTo("10:18");
        assertThat(say.time(NOW.minus(Duration.ofDays(2)))).isEqualTo("21 Dec 10:18");
        assertThat(say.time(NOW.plus(Duration.ofDays(30)))).isEqualTo("22 Jan 2025 10:18");
        assertThat(say(Languages.ZH_HANT).time(NOW.minus(Duration.ofDays(2)))).isEqualTo("12月21日 10:18");
    }

    @Test
    void todayIsTheReadersDayNotGreenwichs() {
        assertThat(say(Languages.EN).time(Instant.parse("2024-12-22T16:30:00Z")))
                .isEqualTo("00:30");
    }

    @Test
    void spansAreInWordsThatAPersonSays() {
        Say say = say(Languages.EN);
        assertThat(say.away(NOW.minusSeconds(18 * 60))).isEqualTo("18 minutes ago");
        assertThat(say.away(NOW.plusSeconds(41 * 3600 + 59))).isEqualTo("in 41 hours");
        assertThat(say.away(NOW.minus(Duration.ofDays(11)))).isEqualTo("11 days ago");
        assertThat(say.away(NOW.plusSeconds(1))).isEqualTo("in 1 second");
        assertThat(say.away(NOW)).isEqualTo("now");
        assertThat(say(Languages.ZH_HANS).away(NOW.minusSeconds(18 * 60))).isEqualTo("18 分钟前");
    }

    @Test
    void sizesHaveThreeDigits() {
        Say say = say(Languages.EN);
        assertThat(List.of(say.bytes(999), say.bytes(1_424_000), say.bytes(18_000_000_000_000L)))
                .containsExactly("999 bytes", "1.42 MB", "18 TB");
    }

    @Test
    void aReaderOfAnyChineseGetsTheCharactersTheyRead() {
        assertThat(Languages.of(Locale.forLanguageTag("zh-TW"))).isEqualTo(Languages.ZH_HANT);
        assertThat(Languages.of(Locale.forLanguageTag("zh-Hant-HK"))).isEqualTo(Languages.ZH_HANT);
        assertThat(Languages.of(Locale.forLanguageTag("zh-Hans-HK"))).isEqualTo(Languages.ZH_HANS);
        assertThat(Languages.of(Locale.forLanguageTag("zh-CN"))).isEqualTo(Languages.ZH_HANS);
        assertThat(Languages.firstOf(List.of(Locale.FRENCH, Locale.forLanguageTag("zh-HK"), Locale.ENGLISH)))
                .isEqualTo(Languages.ZH_HANT);
        assertThat(Languages.firstOf(List.of(Locale.FRENCH))).isEqualTo(Languages.EN);
    }
}
