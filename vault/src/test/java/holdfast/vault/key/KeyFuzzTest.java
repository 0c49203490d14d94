package holdfast.vault.key;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import holdfast.crypto.Secret;
import holdfast.storage.MemoryStore;
import holdfast.storage.ObjectName;
import holdfast.vault.Fuzzed;
import holdfast.vault.codec.Encoder;
import holdfast.vault.model.Credential;
import holdfast.vault.model.Role;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Configs, slots, enrolments and key files of anybody: read, or refused in words. */
@Tag("slow")
class KeyFuzzTest {
    private static final VaultConfig CONFIG = Fuzzed.VAULT.config();
    private static final ObjectName NAME = new ObjectName("keys/x");
    private static final Credential KEY = new Credential.FileKey(Fuzzed.secret());

    @MethodSource("seeds")
    @FuzzTest(maxDuration = "60s")
    void anyConfigSlotEnrolmentOrKeyFileIsReadOrRefusedInWords(byte[] input) throws IOException {
        byte[] bytes = Fuzzed.rest(input);
        switch (Fuzzed.choice(input, 6)) {
            case 0 -> Fuzzed.refusedInWordsOrRead(VaultConfig::decode, bytes);
            case 1 -> Fuzzed.refusedInWordsOrRead(VaultConfig::decode, config(bytes));
            case 2 -> slot(ObjectKind.SLOT.start(CONFIG.vaultId()).raw(bytes).toByteArray());
            case 3 ->
                Fuzzed.refusedInWordsOrRead(
                        plain -> VaultKeys.decode(plain, CONFIG).close(), bytes);
            case 4 -> enrolment(bytes);
            default -> keyFile(bytes);
        }
    }

    private static byte[] config(byte[] body) {
        return Signed.seal(
                new Encoder()
                        .raw(ObjectKind.CONFIG.start(CONFIG.vaultId()).toByteArray())
                        .raw(body),
                Fuzzed.VAULT.keys().signing());
    }

    private static void slot(byte[] slot) {
        Fuzzed.refusedInWordsOrRead(bytes -> Slots.describe(NAME, bytes, CONFIG), slot);
        Fuzzed.refusedInWordsOrRead(
                bytes -> Slots.open(NAME, bytes, CONFIG, KEY).ifPresent(VaultKeys::close), slot);
    }

    private static void enrolment(byte[] body) throws IOException {
        MemoryStore store = new MemoryStore();
        byte[] enrolment = Fuzzed.signed(ObjectKind.ENROLMENT, body);
        store.put(Enrolments.name(enrolment), enrolment);
        Enrolments.load(
                store, CONFIG, (name, why) -> assertThat(why.getMessage()).isNotBlank());
    }

    private static void keyFile(byte[] bytes) throws IOException {
        Path file = Files.createTempFile("holdfast-fuzz-", ".key");
        try {
            Files.write(file, bytes);
            Fuzzed.refusedInWordsOrRead(text -> KeyFile.read(file), bytes);
        } finally {
            Files.delete(file);
        }
    }

    static Stream<Arguments> seeds() {
        SecureRandom random = new SecureRandom();
        int start = ObjectKind.HEADER_BYTES;
        byte[] config = VaultConfig.encode(
                CONFIG.vaultId(),
                CONFIG.options(),
                CONFIG.reader(),
                CONFIG.cataloguer(),
                Fuzzed.VAULT.keys().signing());
        byte[] slot = Slots.encode(CONFIG, Fuzzed.VAULT.keys(), KEY, "label", random);
        byte[] enrolment = Enrolments.encode(
                CONFIG,
                Fuzzed.VAULT.keys().signing().verifyingKey(),
                Role.WRITER,
                "label",
                Instant.EPOCH,
                Fuzzed.VAULT.keys().signing());
        byte[] keys;
        try (Secret plain = Fuzzed.VAULT.keys().encode(CONFIG.digest())) {
            keys = plain.expose(byte[]::clone);
        }
        return Stream.of(
                        Fuzzed.seed(0, config),
                        Fuzzed.seed(1, body(config, start)),
                        Fuzzed.seed(2, Arrays.copyOfRange(slot, start, slot.length)),
                        Fuzzed.seed(3, keys),
                        Fuzzed.seed(4, body(enrolment, start)),
                        Fuzzed.seed(5, "holdfast-key-1 AAAA".getBytes(US_ASCII)))
                .map(Arguments::of);
    }

    private static byte[] body(byte[] signed, int start) {
        return Arrays.copyOfRange(signed, start, signed.length - Signed.BYTES);
    }
}
