package holdfast.subjects;

import java.util.Set;

/**
 * One record of a register: where it lies and who it is about.
 *
 * @param line on which it begins, from 1
 * @param start its first byte in the file
 * @param length its bytes, without the line end
 * @param who the person
 * @param category what the person is to the department, by this record
 * @param kinds the kinds of data that this record holds: those of its fields with something in them
 * @param language {@code en}, {@code zh-Hant}, {@code zh-Hans}, or empty
 */
public record RegisterRecord(
        long line, long start, int length, Identity who, String category, Set<String> kinds, String language) {}
