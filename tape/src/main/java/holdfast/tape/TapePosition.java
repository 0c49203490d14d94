package holdfast.tape;

import java.util.OptionalLong;

/**
 * Where the head stands, as READ POSITION (long form) reports it.
 *
 * @param block the number of the next block or filemark, counted from 0; filemarks count as blocks, as on LTO
 * @param file how many filemarks lie before it
 * @param byteOffset where the position lies in an image of the medium; empty for a drive that cannot know
 */
public record TapePosition(long block, long file, OptionalLong byteOffset) {}
