package holdfast.subjects;

/**
 * What reading a register came to.
 *
 * @param file its name
 * @param records rows that name a person
 * @param brokenRows rows that do not, each of which was given to the listener
 * @param identifiedBy what tells who a row is about: id, e-mail, or name and address
 * @param layout how its rows are read
 */
public record RegisterSummary(String file, long records, long brokenRows, String identifiedBy, Layout layout) {}
