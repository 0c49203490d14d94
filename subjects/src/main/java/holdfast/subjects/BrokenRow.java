package holdfast.subjects;

/**
 * A row in which no person could be recognised.
 *
 * @param line the line of the file on which it begins, from 1
 * @param start its first byte in the file
 * @param length its bytes, without the line end
 * @param reason what is wrong with it, in words; never its contents
 * @param atMost how many persons it can stand for
 */
public record BrokenRow(long line, long start, int length, String reason, int atMost) {}
