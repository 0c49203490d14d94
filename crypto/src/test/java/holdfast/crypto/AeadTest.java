package holdfast.crypto;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class AeadTest {
    private final byte[] nonce = new byte[Aead.NONCE_BYTES];
    private final byte[] about = "about".getBytes(UTF_8);
    private final byte[] text = "seven tapes".getBytes(UTF_8);

    @Test
    void whatWasSealedOpens() throws Exception {
        Aead aead = new Aead(Secret.owning(new byte[32]));
        assertThat(aead.open(nonce, about, aead.seal(nonce, about, text))).isEqualTo(text);
    }

    @Test
    void everyFlippedBitIsNoticed() {
        Aead aead = new Aead(Secret.owning(new byte[32]));
        byte[] sealed = aead.seal(nonce, about, text);
        for (int bit = 0; bit < sealed.length * 8; bit++) {
            byte[] flipped = sealed.clone();
            flipped[bit / 8] ^= (byte) (1 << (bit % 8));
            assertThatThrownBy(() -> aead.open(nonce, about, flipped)).isInstanceOf(NotAuthenticException.class);
        }
    }

    @Test
    void aSecretNeverShowsItself() {
        assertThat(Secret.copyOf(text)).hasToString("Secret[11 bytes, not shown]");
    }
}
