package holdfast.crypto;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.HexFormat;
import java.util.Random;
import org.bouncycastle.crypto.generators.Argon2BytesGenerator;
import org.bouncycastle.crypto.params.Argon2Parameters;
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
    void argon2idAgreesWithBouncyCastleForAllShapes() {
        Random random = new Random(Long.getLong("holdfast.seed", 3));
        for (int lanes : new int[] {1, 2, 3, 4, 7}) {
            for (int passes : new int[] {1, 2, 4}) {
                for (int memoryKib : new int[] {8 * lanes, 8 * lanes + 5, 600 * lanes + 3, 2100 * lanes}) {
                    byte[] passphrase = new byte[random.nextInt(200)];
                    byte[] salt = new byte[16];
                    random.nextBytes(passphrase);
                    random.nextBytes(salt);
                    int length = 4 + random.nextInt(150);
                    byte[] theirs = new byte[length];
                    Argon2BytesGenerator generator = new Argon2BytesGenerator();
                    generator.init(new Argon2Parameters.Builder(Argon2Parameters.ARGON2_id)
                            .withMemoryAsKB(memoryKib)
                            .withIterations(passes)
                            .withParallelism(lanes)
                            .withSalt(salt)
                            .build());
                    generator.generateBytes(passphrase, theirs);
                    Secret ours =
                            new Argon2id(memoryKib, passes, lanes).derive(Secret.copyOf(passphrase), salt, length);
                    assertThat(ours.expose(byte[]::clone))
                            .as(memoryKib + " KiB, " + passes + " passes, " + lanes + " lanes")
                            .isEqualTo(theirs);
                }
            }
        }
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
