package holdfast.crypto;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.security.SecureRandom;
import org.junit.jupiter.api.Test;

class HybridRecipientTest {
    private final SecureRandom random = new SecureRandom();
    private final HybridIdentity identity = HybridIdentity.generate(random);
    private final Secret secret = Secret.random(random, 32);

    @Test
    void whatWasWrappedUnwraps() throws Exception {
        byte[] wrapped = identity.recipient().wrap(secret, "contents", random);
        assertThat(wrapped).hasSize(HybridRecipient.WRAPPED_BYTES);
        assertThat(identity.unwrap(wrapped, "contents")).isEqualTo(secret);
    }

    @Test
    void keysSurviveTheirEncoding() throws Exception {
        HybridRecipient recipient = HybridRecipient.of(identity.recipient().encoded());
        HybridIdentity again = HybridIdentity.of(identity.encoded(), recipient);
        assertThat(again.unwrap(recipient.wrap(secret, "contents", random), "contents"))
                .isEqualTo(secret);
    }

    @Test
    void anotherKeyOrPurposeUnwrapsNothing() {
        byte[] wrapped = identity.recipient().wrap(secret, "contents", random);
        assertThatThrownBy(() -> identity.unwrap(wrapped, "trees")).isInstanceOf(NotAuthenticException.class);
        assertThatThrownBy(() -> HybridIdentity.generate(random).unwrap(wrapped, "contents"))
                .isInstanceOf(NotAuthenticException.class);
    }

    @Test
    void aFlippedBitAnywhereIsNoticed() {
        byte[] wrapped = identity.recipient().wrap(secret, "contents", random);
        for (int at = 0; at < wrapped.length; at += 37) {
            byte[] flipped = wrapped.clone();
            flipped[at] ^= 1;
            assertThatThrownBy(() -> identity.unwrap(flipped, "contents")).isInstanceOf(NotAuthenticException.class);
        }
    }

    @Test
    void anIdentityDoesNotShowItself() {
        assertThat(identity).hasToString("HybridIdentity[not shown]");
    }
}
