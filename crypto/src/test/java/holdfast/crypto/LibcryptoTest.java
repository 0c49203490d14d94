package holdfast.crypto;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The system's library and the JDK must be of one mind, to the byte, or a vault made with one would not open with the other. */
class LibcryptoTest {
    private static final int[] LENGTHS = {0, 1, 15, 16, 17, 63, 64, 65, 4096, 100_003};
    private static final List<Optional<LibcryptoKeys>> EACH = List.of(LibcryptoKeys.HERE, Optional.empty());
    private final Random random = new Random(Long.getLong("holdfast.seed", 5));

    @BeforeEach
    void needsTheLibrary() {
        assumeThat(Libcrypto.HERE).as("libcrypto.so.3 on this machine").isPresent();
    }

    private byte[] bytes(int length) {
        byte[] bytes = new byte[length];
        random.nextBytes(bytes);
        return bytes;
    }

    @Test
    void eachOpensWhatTheOtherSealed() throws Exception {
        byte[] key = bytes(32);
        Aead library = new Aead(Secret.copyOf(key), Libcrypto.HERE);
        Aead jdk = new Aead(Secret.copyOf(key), Optional.empty());
        for (int length : LENGTHS) {
            byte[] nonce = bytes(12);
            byte[] about = bytes(length % 50);
            byte[] all = bytes(length + 7);
            byte[] plain = Arrays.copyOfRange(all, 3, 3 + length);
            byte[] sealed = library.seal(nonce, about, all, 3, length);
            assertThat(jdk.seal(nonce, about, all, 3, length)).isEqualTo(sealed);
            byte[] within = new byte[sealed.length + 9];
            System.arraycopy(sealed, 0, within, 4, sealed.length);
            assertThat(library.open(nonce, about, within, 4, sealed.length)).isEqualTo(plain);
            assertThat(jdk.open(nonce, about, within, 4, sealed.length)).isEqualTo(plain);
        }
    }

    @Test
    void neitherOpensWhatWasChangedOrCutOff() {
        byte[] key = bytes(32);
        byte[] nonce = bytes(12);
        for (Optional<Libcrypto> which : List.of(Libcrypto.HERE, Optional.<Libcrypto>empty())) {
            Aead aead = new Aead(Secret.copyOf(key), which);
            byte[] sealed = aead.seal(nonce, new byte[0], bytes(100));
            for (int length = 0; length < sealed.length; length++) {
                int cut = length;
                assertThatThrownBy(() -> aead.open(nonce, new byte[0], sealed, 0, cut))
                        .isInstanceOf(NotAuthenticException.class);
            }
            sealed[3] ^= 1;
            assertThatThrownBy(() -> aead.open(nonce, new byte[0], sealed)).isInstanceOf(NotAuthenticException.class);
            sealed[3] ^= 1;
            assertThatThrownBy(() -> aead.open(nonce, new byte[1], sealed)).isInstanceOf(NotAuthenticException.class);
        }
    }

    @Test
    void bothMakeTheSameHashes() {
        for (int keyLength : new int[] {1, 32, 64}) {
            byte[] key = bytes(keyLength);
            HmacSha256 library = new HmacSha256(Secret.copyOf(key), Libcrypto.HERE);
            HmacSha256 jdk = new HmacSha256(Secret.copyOf(key), Optional.empty());
            for (int length : LENGTHS) {
                byte[] all = bytes(length + 5);
                assertThat(library.of(all, 2, length)).isEqualTo(jdk.of(all, 2, length));
                List<byte[]> parts = List.of(all, bytes(70), bytes(0));
                assertThat(Sha256.of(parts, Libcrypto.HERE)).isEqualTo(Sha256.of(parts, Optional.empty()));
            }
        }
    }

    @Test
    void bothMakeTheSameSignaturesAndBelieveEachOthers() {
        assertThat(LibcryptoKeys.HERE).isPresent();
        for (int length : LENGTHS) {
            byte[] seed = bytes(32);
            byte[] message = bytes(length);
            byte[] key = SigningKey.publicKey(seed, LibcryptoKeys.HERE);
            byte[] signature = SigningKey.sign(seed, message, LibcryptoKeys.HERE);
            assertThat(key).isEqualTo(SigningKey.publicKey(seed, Optional.empty()));
            assertThat(signature).isEqualTo(SigningKey.sign(seed, message, Optional.empty()));
            for (Optional<LibcryptoKeys> which : EACH) {
                assertThat(VerifyingKey.of(key).verifies(message, signature, which))
                        .isTrue();
                for (int i = 0; i < signature.length; i++) {
                    byte[] flipped = signature.clone();
                    flipped[i] ^= (byte) (1 << random.nextInt(8));
                    assertThat(VerifyingKey.of(key).verifies(message, flipped, which))
                            .isFalse();
                }
            }
        }
    }

    @Test
    void aKeyThatIsNoPointOfTheCurveVerifiesNothing() {
        byte[] noPoint = new byte[32];
        noPoint[0] = 2;
        for (Optional<LibcryptoKeys> which : EACH) {
            assertThat(VerifyingKey.of(noPoint).verifies(bytes(5), bytes(64), which))
                    .isFalse();
        }
    }

    @Test
    void bothAgreeOnTheSameSecretAndOnNoneWithAPointOfLowOrder() throws Exception {
        for (int i = 0; i < 20; i++) {
            byte[] own = bytes(32);
            byte[] other = KemKeys.xPublicOf(bytes(32));
            assertThat(KemKeys.agree(own, other, LibcryptoKeys.HERE))
                    .isEqualTo(KemKeys.agree(own, other, Optional.empty()));
        }
        for (Optional<LibcryptoKeys> which : EACH) {
            assertThatThrownBy(() -> KemKeys.agree(bytes(32), new byte[32], which))
                    .isInstanceOf(GeneralSecurityException.class);
        }
    }
}
