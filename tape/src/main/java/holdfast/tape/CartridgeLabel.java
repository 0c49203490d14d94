package holdfast.tape;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.util.List;

/**
 * The clear-text label, block 0 of a cartridge: all that a finder can read.
 *
 * @param volume the barcode
 * @param owner whose it is
 * @param ifFound what the finder is asked to do: "please call +852 …"
 */
public record CartridgeLabel(Barcode volume, String owner, String ifFound) {
    static final String FORMAT = "holdfast-tape 1";
    static final int MAX_BYTES = 4096;
    private static final String FIRST_LINE = "HOLDFAST CARTRIDGE";

    public CartridgeLabel {
        if ((owner + ifFound).chars().anyMatch(Character::isISOControl)) {
            throw new IllegalArgumentException("owner and 'if found' have one line each");
        }
        if ((owner + ifFound).getBytes(UTF_8).length > 3000) {
            throw new IllegalArgumentException("owner and 'if found' together have at most 3000 bytes");
        }
    }

    byte[] block() {
        String text = String.join(
                "\n",
                FIRST_LINE,
                "Format: " + FORMAT,
                "Volume: " + volume,
                "Owner: " + owner,
                "If found: " + ifFound,
                "All that follows is encrypted.",
                "");
        return text.getBytes(UTF_8);
    }

    static CartridgeLabel parse(byte[] block) throws CartridgeException {
        List<String> lines = text(block).lines().toList();
        if (lines.size() < 5 || !lines.getFirst().equals(FIRST_LINE)) {
            throw notHoldfast();
        }
        String format = value(lines.get(1), "Format: ");
        if (!format.equals(FORMAT)) {
            throw new CartridgeException(
                    CartridgeException.Kind.OTHER_FORMAT,
                    "the label (block 0) names the format '" + format + "'; this program reads '" + FORMAT + "'");
        }
        try {
            return new CartridgeLabel(
                    new Barcode(value(lines.get(2), "Volume: ")),
                    value(lines.get(3), "Owner: "),
                    value(lines.get(4), "If found: "));
        } catch (IllegalArgumentException e) {
            throw new CartridgeException(
                    CartridgeException.Kind.DAMAGED, "the label (block 0) is damaged: " + e.getMessage());
        }
    }

    private static String value(String line, String name) throws CartridgeException {
        if (!line.startsWith(name)) {
            throw new CartridgeException(
                    CartridgeException.Kind.DAMAGED, "the label (block 0) is damaged at '" + line + "'");
        }
        return line.substring(name.length());
    }

    private static String text(byte[] block) throws CartridgeException {
        try {
            return UTF_8.newDecoder().decode(ByteBuffer.wrap(block)).toString();
        } catch (CharacterCodingException e) {
            throw notHoldfast();
        }
    }

    private static CartridgeException notHoldfast() {
        return new CartridgeException(
                CartridgeException.Kind.NOT_HOLDFAST, "block 0 is no Holdfast label: other software wrote this");
    }
}
