package holdfast.crypto;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;

class DerivationTest {
    /** RFC 5869, test case 1. */
    @Test
    void hkdfAgreesWithItsRfc() {
        byte[] key = new byte[22];
        Arrays.fill(key, (byte) 0x0b);
        Secret derived =
                Hkdf.derive(Secret.owning(key), hex("000102030405060708090a0b0c"), hex("f0f1f2f3f4f5f6f7f8f9"), 42);
        assertThat(derived.expose(byte[]::clone))
                .isEqualTo(hex("3cb25f25faacd57a90434f64d0362f2a2d2d0a90cf1a5a4c5db02d56ecc4c5bf34007208d5b887185865"));
    }

    /** A vector of the reference implementation's test suite: Argon2id 1.3, 2 passes, 64 MiB, 1 lane. */
    @Test
    void argon2idAgreesWithTheReference() {
        Secret derived = new Argon2id(65536, 2, 1).derive(secret("password"), "somesalt".getBytes(UTF_8), 32);
        assertThat(derived.expose(byte[]::clone))
                .isEqualTo(hex("09316115d5cf24ed5a15a31a3ba326e5cf32edc24702987c02b6566f61913cf7"));
    }

    @Test
    void parametersThatWouldEatTheMachineAreRefused() {
        assertThatThrownBy(() -> new Argon2id(Integer.MAX_VALUE, 3, 1)).isInstanceOf(IllegalArgumentException.class);
    }

    private static Secret secret(String text) {
        return Secret.owning(text.getBytes(UTF_8));
    }

    private static byte[] hex(String hex) {
        return HexFormat.of().parseHex(hex);
    }
}
