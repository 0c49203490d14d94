package holdfast.vault;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import holdfast.crypto.Secret;
import holdfast.storage.MemoryStore;
import holdfast.vault.codec.Encoder;
import holdfast.vault.key.ObjectKind;
import holdfast.vault.key.Signed;
import holdfast.vault.key.VaultConfig;
import holdfast.vault.key.VaultKeys;
import holdfast.vault.model.VaultContext;
import holdfast.vault.pack.OpenState;
import java.io.IOException;
import java.security.SecureRandom;
import java.util.Arrays;

/**
 * What the fuzzed decoders share: a vault, so that bytes nobody wrote can be sealed and signed as if somebody with the
 * keys had, for behind seals and signatures no fuzzer finds the way alone. The first byte of an input chooses.
 */
public final class Fuzzed {
    /** A vault's keys, and a store with nothing in it. */
    public static final OpenState VAULT = vault();

    private Fuzzed() {}

    private static OpenState vault() {
        SecureRandom random = new SecureRandom();
        VaultContext context = VaultContext.of(() -> TestVaults.NOW, random);
        VaultKeys keys = VaultKeys.generate(random);
        byte[] config = VaultConfig.encode(
                new byte[ObjectKind.VAULT_ID_BYTES],
                TestVaults.SMALL,
                keys.reader().orElseThrow().recipient(),
                keys.cataloguer().orElseThrow().recipient(),
                keys.signing());
        try {
            return OpenState.of(new MemoryStore(() -> TestVaults.NOW), context, VaultConfig.decode(config), keys);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    public static Secret secret() {
        return Secret.copyOf("0123456789abcdef0123456789abcdef".getBytes(UTF_8));
    }

    /** Reads bytes in some way. */
    public interface Decode {
        void run(byte[] bytes) throws IOException;
    }

    /** Whoever refuses says why; nothing else may be thrown. */
    public static void refusedInWordsOrRead(Decode decode, byte[] bytes) {
        try {
            decode.run(bytes);
        } catch (IOException e) {
            assertThat(e.getMessage()).isNotBlank();
        }
    }

    /** Which of so many decoders an input is for. */
    public static int choice(byte[] input, int decoders) {
        return input.length == 0 ? 0 : (input[0] & 0xff) % decoders;
    }

    public static byte[] rest(byte[] input) {
        return input.length == 0 ? input : Arrays.copyOfRange(input, 1, input.length);
    }

    /** An input for a decoder. */
    public static byte[] seed(int choice, byte[] bytes) {
        return new Encoder().u8(choice).raw(bytes).toByteArray();
    }

    /** An object of this kind with this body, signed by the owner. */
    public static byte[] signed(ObjectKind kind, byte[] body) {
        Encoder out = kind.start(VAULT.config().vaultId()).raw(body);
        return Signed.seal(out, VAULT.keys().signing());
    }
}
