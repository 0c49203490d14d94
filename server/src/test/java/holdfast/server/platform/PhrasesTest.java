package holdfast.server.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class PhrasesTest {
    private static final ZoneId HONG_KONG = ZoneId.of("Asia/Hong_Kong");
    private static final Phrase PHRASE = Phrase.of(
            "starts.hours", Phrase.of("rule.hk-c2.to"), "it's {0} as written", 48, Phrase.of("mark-word.AWARENESS"));

    @Test
    void theSamePhraseIsSaidInEachLanguage() {
        assertThat(new Phrases(Locale.ENGLISH, HONG_KONG).say(PHRASE))
                .isEqualTo("GIRO-SO, Digital Policy Office: it's {0} as written, within 48 hours of awareness");
        assertThat(new Phrases(Locale.of("zh", "HK"), HONG_KONG).say(PHRASE)).contains("知悉後 48 小時內");
        assertThat(new Phrases(Locale.of("zh", "CN"), HONG_KONG).say(PHRASE)).contains("知悉后 48 小时内");
    }

    @Test
    void aTimeIsSaidInTheZoneOfTheOffice() {
        Phrase done = Phrase.of("clock.met", Instant.parse("2024-12-23T02:00:00Z"));
        assertThat(Phrases.english(HONG_KONG).say(done)).isEqualTo("Done 23 Dec 2024 10:00.");
        assertThat(Phrases.english(HONG_KONG).say(List.of(done, done)))
                .isEqualTo("Done 23 Dec 2024 10:00. Done 23 Dec 2024 10:00.");
    }

    @Test
    void whatIsStoredIsReadBackWithTheKindsOfItsValues() {
        Phrase all = Phrase.of("x", "text", 7, Instant.EPOCH, List.of("a", "b"), PHRASE);
        assertThat(Phrase.parse(all.stored())).isEqualTo(all);
        assertThat(Phrase.parse("somebody's own words")).isEqualTo(Phrase.asItIs("somebody's own words"));
    }
}
