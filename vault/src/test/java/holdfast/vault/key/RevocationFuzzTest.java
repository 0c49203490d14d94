package holdfast.vault.key;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import holdfast.crypto.SigningKey;
import holdfast.crypto.VerifyingKey;
import holdfast.storage.MemoryStore;
import holdfast.vault.Fuzzed;
import holdfast.vault.codec.Encoder;
import java.io.IOException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Revocations of anybody: read, or passed over with a reason; and whoever signs them, the owner stays. */
@Tag("slow")
class RevocationFuzzTest {
    private static final VaultConfig CONFIG = Fuzzed.VAULT.config();

    @MethodSource("seeds")
    @FuzzTest(maxDuration = "60s")
    void anyRevocationIsReadOrPassedOverWithAReason(byte[] input) throws IOException {
        byte[] bytes = Fuzzed.rest(input);
        byte[] revocation = Fuzzed.choice(input, 2) == 0 ? Fuzzed.signed(ObjectKind.REVOCATION, bytes) : bytes;
        MemoryStore store = new MemoryStore();
        store.put(Revocations.name(revocation), revocation);
        Revocations read = Revocations.load(
                store, CONFIG, (name, why) -> assertThat(why.getMessage()).isNotBlank());
        assertThat(read.exclude(CONFIG.owner(), bytes)).isFalse();
    }

    static Stream<Arguments> seeds() {
        VerifyingKey owner = CONFIG.owner();
        byte[] other = SigningKey.generate(new SecureRandom()).verifyingKey().bytes();
        byte[] body = body(other, 7, 1);
        return Stream.of(
                        Fuzzed.seed(0, body),
                        Fuzzed.seed(0, body(owner.bytes(), 7, 0)),
                        Fuzzed.seed(0, body(other, Long.MAX_VALUE, 0)),
                        Fuzzed.seed(0, body(other, -1, 0)),
                        Fuzzed.seed(0, Arrays.copyOf(body, body.length - 1)),
                        Fuzzed.seed(1, Fuzzed.signed(ObjectKind.REVOCATION, body)))
                .map(Arguments::of);
    }

    private static byte[] body(byte[] key, long seconds, int kept) {
        return new Encoder()
                .raw(key)
                .u64(seconds)
                .varint(kept)
                .raw(new byte[32 * kept])
                .toByteArray();
    }
}
