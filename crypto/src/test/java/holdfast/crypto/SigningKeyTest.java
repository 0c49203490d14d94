package holdfast.crypto;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.security.SecureRandom;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;

class SigningKeyTest {
    private final HexFormat hex = HexFormat.of();

    /** RFC 8032, section 7.1, test 3. */
    @Test
    void signsAsRfc8032Says() {
        SigningKey key = SigningKey.of(
                Secret.owning(hex.parseHex("c5aa8df43f9f837bedb7442f31dcb7b166d38535076f094b85ce3a2e0b4458f7")));
        byte[] message = hex.parseHex("af82");
        assertThat(hex.formatHex(key.verifyingKey().bytes()))
                .isEqualTo("fc51cd8e6218a1a38da47ed00230f0580816ed13ba3303ac5deb911548908025");
        assertThat(hex.formatHex(key.sign(message)))
                .isEqualTo("6291d657deec24024827e69c3abe01a30ce548a284743a445e3680d7db5ac3ac"
                        + "18ff9b538d16f290ae67f760984dc6594a7c15e9716ed28dc027beceea1ec40a");
        assertThat(key.verifyingKey().verifies(message, key.sign(message))).isTrue();
    }

    @Test
    void aChangedMessageOrSignatureIsRefused() {
        SigningKey key = SigningKey.generate(new SecureRandom());
        byte[] message = "seven tapes".getBytes(UTF_8);
        byte[] signature = key.sign(message);
        assertThat(key.verifyingKey().verifies("six tapes".getBytes(UTF_8), signature))
                .isFalse();
        assertThat(key.verifyingKey().verifies(message, new byte[0])).isFalse();
        for (int i = 0; i < signature.length; i++) {
            byte[] flipped = signature.clone();
            flipped[i] ^= 1;
            assertThat(key.verifyingKey().verifies(message, flipped)).isFalse();
        }
        assertThatThrownBy(() -> key.verifyingKey().demand(message, new byte[64]))
                .isInstanceOf(NotAuthenticException.class);
    }

    @Test
    void theSecretHalfNeverShowsItself() {
        SigningKey key = SigningKey.generate(new SecureRandom());
        String seed = key.seed().expose(hex::formatHex);
        assertThat(key.toString()).doesNotContain(seed).contains("not shown");
    }
}
