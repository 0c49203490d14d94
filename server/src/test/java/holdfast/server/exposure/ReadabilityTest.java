package holdfast.server.exposure;

import static org.assertj.core.api.Assertions.assertThat;

import holdfast.server.platform.Phrase;
import holdfast.server.platform.Phrases;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

class ReadabilityTest {
    @Test
    void whoeverMayCountIsToldHowItIsProtectedButNotWhichCartridgeItIs() {
        Phrase declared = Phrase.of("readable.declared", "FR0001L5", "OtherBackup 9", "none known");
        assertThat(Phrases.english(ZoneOffset.UTC).say(Readability.unnamed(declared)))
                .contains("OtherBackup 9", "none known")
                .doesNotContain("FR0001L5");
        Phrase other = Phrase.of("cipher.short");
        assertThat(Readability.unnamed(other)).isEqualTo(other);
    }
}
