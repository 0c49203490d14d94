package holdfast.tape;

import java.util.OptionalLong;

/**
 * Where something is wrong with a cartridge.
 *
 * @param block the tape block's number, the label being 0
 * @param byteOffset where that block begins in the image of the medium; empty for a drive that cannot know
 * @param what is wrong, in words
 */
public record Damage(long block, OptionalLong byteOffset, String what) {
    @Override
    public String toString() {
        String where = byteOffset.isPresent() ? " (from byte " + byteOffset.getAsLong() + " on)" : "";
        return "block " + block + where + ": " + what;
    }
}
