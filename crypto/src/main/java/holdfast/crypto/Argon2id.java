package holdfast.crypto;

import org.bouncycastle.crypto.generators.Argon2BytesGenerator;
import org.bouncycastle.crypto.params.Argon2Parameters;

/**
 * Argon2id version 1.3 (RFC 9106): a key from a passphrase, slow on purpose.
 *
 * @param memoryKib memory in KiB, 64 MiB by default
 * @param passes passes over the memory
 * @param lanes always computed one after another here, whatever the number
 */
public record Argon2id(int memoryKib, int passes, int lanes) {
    /** What is used for new slots: 64 MiB, three passes; about 0.2 s. */
    public static final Argon2id DEFAULT = new Argon2id(64 * 1024, 3, 1);

    private static final int MOST_MEMORY_KIB = 4 * 1024 * 1024;

    /** @throws IllegalArgumentException for what nobody would choose: a forged header must not cost all memory */
    public Argon2id {
        if (lanes < 1 || lanes > 64 || passes < 1 || passes > 64 || memoryKib < 8 * lanes) {
            throw new IllegalArgumentException("not parameters of Argon2id");
        }
        if (memoryKib > MOST_MEMORY_KIB) {
            throw new IllegalArgumentException("Argon2id with " + memoryKib + " KiB is more than 4 GiB of memory");
        }
    }

    /** @param salt 16 bytes or more, drawn for each passphrase */
    public Secret derive(Secret passphrase, byte[] salt, int length) {
        Argon2BytesGenerator generator = new Argon2BytesGenerator();
        generator.init(new Argon2Parameters.Builder(Argon2Parameters.ARGON2_id)
                .withVersion(Argon2Parameters.ARGON2_VERSION_13)
                .withMemoryAsKB(memoryKib)
                .withIterations(passes)
                .withParallelism(lanes)
                .withSalt(salt)
                .build());
        byte[] key = new byte[length];
        passphrase.expose(bytes -> generator.generateBytes(bytes, key));
        return Secret.owning(key);
    }
}
