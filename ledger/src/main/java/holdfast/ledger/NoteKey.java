package holdfast.ledger;

import static java.nio.charset.StandardCharsets.UTF_8;

import holdfast.crypto.VerifyingKey;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;

/**
 * The public key of somebody who signs notes: a name, a signature type, a key (C2SP signed-note). Written as a
 * 'vkey': {@code name+keyid+base64(type || key)}.
 *
 * @param name without spaces or plus signs, such as {@code ledger.example.org/holdfast}
 */
public record NoteKey(String name, Type type, VerifyingKey key) {
    /** What is signed, and how. */
    public enum Type {
        /** Ed25519 over the note's text. */
        ED25519(1),
        /** Ed25519 over a time and the note's text: a witness (C2SP tlog-cosignature, v1). */
        COSIGNATURE_V1(4);

        private final byte code;

        Type(int code) {
            this.code = (byte) code;
        }
    }

    /** @throws IllegalArgumentException for a name that a signature line cannot carry */
    public NoteKey {
        if (!validName(name)) {
            throw new IllegalArgumentException(
                    "a key's name has no spaces, plus signs or control characters: '" + name + "'");
        }
    }

    static boolean validName(String name) {
        return !name.isEmpty()
                && name.codePoints()
                        .noneMatch(c -> c < 0x20
                                || c == '+'
                                || Character.isSpaceChar(c)
                                || Character.isWhitespace(c)
                                || c == 0xfffd);
    }

    /** SHA-256(name || 0x0A || type || key), its first four bytes as a big-endian number. */
    public int keyId() {
        byte[] hash = Hash.sha256(name.getBytes(UTF_8), new byte[] {'\n', type.code}, key.bytes())
                .raw();
        return (hash[0] & 0xff) << 24 | (hash[1] & 0xff) << 16 | (hash[2] & 0xff) << 8 | (hash[3] & 0xff);
    }

    /** The vkey, without a newline. */
    public String vkey() {
        byte[] material = new byte[1 + VerifyingKey.BYTES];
        material[0] = type.code;
        System.arraycopy(key.bytes(), 0, material, 1, VerifyingKey.BYTES);
        return name + "+" + HexFormat.of().toHexDigits(keyId()) + "+"
                + Base64.getEncoder().encodeToString(material);
    }

    /**
     * Reads a vkey; every byte of it counts.
     *
     * @throws FormatException if it is none, is of another signature type, or its key id is not that of its key
     */
    public static NoteKey parse(String vkey) throws FormatException {
        String[] parts = vkey.split("\\+", 3);
        NoteKey parsed;
        try {
            byte[] material = Base64.getDecoder().decode(parts.length == 3 ? parts[2] : "");
            if (material.length != 1 + VerifyingKey.BYTES) {
                throw new FormatException("this is no Ed25519 public key of the form name+id+key: '" + vkey + "'");
            }
            parsed = new NoteKey(
                    parts[0], type(material[0]), VerifyingKey.of(Arrays.copyOfRange(material, 1, material.length)));
        } catch (IllegalArgumentException e) {
            throw new FormatException("this is no public key of the form name+id+key: '" + vkey + "'");
        }
        if (!parsed.vkey().equals(vkey)) {
            throw new FormatException("the key id of this public key does not fit its key: '" + vkey + "'");
        }
        return parsed;
    }

    private static Type type(byte code) throws FormatException {
        for (Type type : Type.values()) {
            if (type.code == code) {
                return type;
            }
        }
        throw new FormatException("signature type " + code + " is not one that Holdfast knows (1 or 4)");
    }

    @Override
    public String toString() {
        return vkey();
    }
}
