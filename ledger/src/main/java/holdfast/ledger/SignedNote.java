package holdfast.ledger;

import static java.nio.charset.StandardCharsets.UTF_8;

import holdfast.crypto.SigningKey;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Optional;

/**
 * A text with signatures (C2SP signed-note).
 *
 * @param text       ends in a newline
 * @param signatures at least one where the note was read; in their order
 */
public record SignedNote(String text, List<Line> signatures) {
    private static final int MAX_BYTES = 1 << 20;
    private static final int MAX_SIGNATURES = 100;

    /** A copy is kept. */
    public SignedNote {
        signatures = List.copyOf(signatures);
    }

    /**
     * One signature line.
     *
     * @param blob base64 of the key id (4 bytes, big-endian) and the signature
     */
    public record Line(String name, String blob) {
        static Line of(String name, int keyId, byte[] signature) {
            byte[] bytes = ByteBuffer.allocate(4 + signature.length)
                    .putInt(keyId)
                    .put(signature)
                    .array();
            return new Line(name, Base64.getEncoder().encodeToString(bytes));
        }

        /** Reads one line, without its newline. */
        public static Line parse(String line) throws FormatException {
            String[] parts = line.split(" ", -1);
            if (parts.length != 3 || !parts[0].equals("\u2014") || !NoteKey.validName(parts[1])) {
                throw new FormatException("this is no signature line: '" + line + "'");
            }
            try {
                byte[] bytes = Base64.getDecoder().decode(parts[2]);
                if (bytes.length > 4
                        && Base64.getEncoder().encodeToString(bytes).equals(parts[2])) {
                    return new Line(parts[1], parts[2]);
                }
            } catch (IllegalArgumentException e) {
                // Said below, for both cases.
            }
            throw new FormatException("the signature in this line is not in base64: '" + line + "'");
        }

        /** {@code — name blob}, with its newline. */
        public String text() {
            return "\u2014 " + name + " " + blob + "\n";
        }

        public int keyId() {
            return ByteBuffer.wrap(bytes()).getInt();
        }

        /** What follows the key id: 64 bytes for Ed25519, 8 + 64 for a cosignature. */
        public byte[] signature() {
            byte[] bytes = bytes();
            return Arrays.copyOfRange(bytes, 4, bytes.length);
        }

        boolean isOf(NoteKey key) {
            return name.equals(key.name()) && keyId() == key.keyId();
        }

        private byte[] bytes() {
            return Base64.getDecoder().decode(blob);
        }
    }

    /** A note with one Ed25519 signature. */
    public static SignedNote sign(String text, String name, SigningKey key) {
        NoteKey publicKey = new NoteKey(name, NoteKey.Type.ED25519, key.verifyingKey());
        return new SignedNote(text, List.of(Line.of(name, publicKey.keyId(), key.sign(text.getBytes(UTF_8)))));
    }

    /** The same with one line more; a line of the same key is replaced. */
    public SignedNote with(Line line) {
        List<Line> all = new ArrayList<>(signatures);
        all.removeIf(l -> l.name().equals(line.name()) && l.keyId() == line.keyId());
        all.add(line);
        return new SignedNote(text, all);
    }

    /** The signature line of this key, if there is one; it is not verified by this. */
    public Optional<Line> lineOf(NoteKey key) {
        return signatures.stream().filter(l -> l.isOf(key)).findFirst();
    }

    /** Whether the note carries a valid signature of this key. */
    public boolean isSignedBy(NoteKey key) {
        return lineOf(key)
                .filter(line -> switch (key.type()) {
                    case ED25519 -> key.key().verifies(text.getBytes(UTF_8), line.signature());
                    case COSIGNATURE_V1 -> Cosignature.verifies(text, line, key);
                })
                .isPresent();
    }

    /** The note's bytes. */
    public byte[] encode() {
        StringBuilder note = new StringBuilder(text).append('\n');
        signatures.forEach(line -> note.append(line.text()));
        return note.toString().getBytes(UTF_8);
    }

    /** Reads a note; the bytes are exactly those that {@link #encode} gives. No signature is verified by this. */
    public static SignedNote parse(byte[] bytes) throws FormatException {
        if (bytes.length > MAX_BYTES) {
            throw new FormatException("a signed note has at most 1 MiB, this one " + bytes.length + " bytes");
        }
        String note = decode(bytes);
        int blank = note.lastIndexOf("\n\n");
        if (blank < 0 || !note.endsWith("\n")) {
            throw new FormatException("a signed note is a text, an empty line and signature lines; this one is not");
        }
        if (note.chars().anyMatch(c -> c < 0x20 && c != '\n')) {
            throw new FormatException("there is a control character in this signed note");
        }
        String rest = note.substring(blank + 2);
        if (rest.isEmpty()) {
            throw new FormatException("this note carries no signature");
        }
        String[] lines = rest.substring(0, rest.length() - 1).split("\n", -1);
        if (lines.length > MAX_SIGNATURES) {
            throw new FormatException("this note has " + lines.length + " signatures, more than " + MAX_SIGNATURES);
        }
        List<Line> signatures = new ArrayList<>();
        for (String line : lines) {
            signatures.add(Line.parse(line));
        }
        return new SignedNote(note.substring(0, blank + 1), signatures);
    }

    /** Strictly: a byte that is no UTF-8 is not read as another character. */
    static String decode(byte[] bytes) throws FormatException {
        try {
            return UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
        } catch (CharacterCodingException e) {
            throw new FormatException("this text is not UTF-8");
        }
    }
}
