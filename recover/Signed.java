import java.util.Arrays;

/**
 * What stands around every object: at its beginning six letters, the version of the format and the vault's id; at the
 * end of most, the key that signed it and the signature ('Header' and 'Signed end' of the format).
 *
 * @param body between header and signed end
 * @param vault the vault's id, 16 bytes
 * @param header the header's bytes as they are
 * @param signer an Ed25519 key of 32 bytes; the signature by it holds, but whether it counts for anything is another
 *     question, which {@link Vault} answers
 */
record Signed(Cursor body, byte[] vault, byte[] header, byte[] signer) {
    static final int HEADER_BYTES = 6 + 2 + 16;
    static final int END_BYTES = 32 + 64;
    private static final byte[] CONTEXT = Crypto.utf8("holdfast signed 1\n");

    /** Reads a header and returns the vault's id; the cursor then stands behind it. */
    static byte[] header(Cursor in, String letters) throws Damage {
        if (!Arrays.equals(in.take(6), Crypto.utf8(letters))) {
            throw new Damage("it is no " + letters + " object");
        }
        int version = in.u16();
        if (version != 1) {
            throw new Damage("it has version " + version + " of the format; this program reads version 1");
        }
        return in.take(16);
    }

    /** Takes an object apart, if the signature at its end holds. */
    static Signed read(byte[] object, String letters) throws Damage {
        if (object.length < HEADER_BYTES + END_BYTES) {
            throw new Damage("it ends before it should");
        }
        Cursor in = new Cursor(object, 0, object.length - END_BYTES);
        byte[] vault = header(in, letters);
        int end = object.length - END_BYTES;
        byte[] signer = Arrays.copyOfRange(object, end, end + 32);
        byte[] signature = Arrays.copyOfRange(object, end + 32, object.length);
        check(signer, signature, Arrays.copyOf(object, end + 32));
        return new Signed(in, vault, Arrays.copyOf(object, HEADER_BYTES), signer);
    }

    /** Says so unless the key signed these parts, one behind another. */
    static void check(byte[] signer, byte[] signature, byte[]... parts) throws Damage {
        if (!Crypto.signed(signer, Crypto.join(CONTEXT, Crypto.sha256(parts)), signature)) {
            throw new Damage("its signature is wrong");
        }
    }
}
