package holdfast.crypto;

import java.io.ByteArrayOutputStream;
import java.util.Arrays;

/**
 * Argon2id version 1.3 (RFC 9106): a key from a passphrase, slow on purpose. Our own, because each command that opens a
 * vault by its passphrase waits for it: Bouncy Castle's takes twice as long in a command's JVM and fills one lane
 * after another. Tests hold the two together.
 *
 * @param memoryKib memory in KiB
 * @param passes passes over the memory
 * @param lanes filled at the same time where there are processors for them
 */
public record Argon2id(int memoryKib, int passes, int lanes) {
    /** What is used for new slots: the RFC's second recommended choice, 64 MiB, three passes, four lanes. */
    public static final Argon2id DEFAULT = new Argon2id(64 * 1024, 3, 4);

    private static final int MOST_MEMORY_KIB = 4 * 1024 * 1024;
    private static final int VERSION = 0x13;
    private static final int TYPE_ID = 2;

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
        return passphrase.expose(bytes -> {
            byte[] parameters =
                    join(le32(lanes), le32(length), le32(memoryKib), le32(passes), le32(VERSION), le32(TYPE_ID));
            byte[] noSecretNorData = new byte[8];
            byte[] all = join(parameters, le32(bytes.length), bytes, le32(salt.length), salt, noSecretNorData);
            byte[] start = Blake2b.hash(all, Blake2b.MOST_BYTES);
            Arrays.fill(all, (byte) 0);
            return Secret.owning(longHash(length, new Argon2Memory(memoryKib, passes, lanes, start).fill()));
        });
    }

    /** Section 3.3: H', a hash of any length; each piece but the last gives half of itself. */
    static byte[] longHash(int length, byte[]... parts) {
        byte[] message = join(le32(length), join(parts));
        if (length <= Blake2b.MOST_BYTES) {
            return Blake2b.hash(message, length);
        }
        byte[] out = new byte[length];
        byte[] piece = Blake2b.hash(message, Blake2b.MOST_BYTES);
        int at = 0;
        while (length - at > Blake2b.MOST_BYTES) {
            System.arraycopy(piece, 0, out, at, Blake2b.MOST_BYTES / 2);
            at += Blake2b.MOST_BYTES / 2;
            piece = Blake2b.hash(piece, Math.min(Blake2b.MOST_BYTES, length - at));
        }
        System.arraycopy(piece, 0, out, at, length - at);
        return out;
    }

    static byte[] le32(int value) {
        return new byte[] {(byte) value, (byte) (value >>> 8), (byte) (value >>> 16), (byte) (value >>> 24)};
    }

    private static byte[] join(byte[]... parts) {
        ByteArrayOutputStream joined = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            joined.writeBytes(part);
        }
        return joined.toByteArray();
    }
}
