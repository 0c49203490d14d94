/**
 * The brute-force count of persons on lost cartridges: the check that makes the exposure believable.
 *
 * <p>It shares no code with the person index, and never reads one. On copies of the cartridges it opens every
 * object and every chunk, marks their bytes in the files by the snapshot's trees, compares them with the files,
 * reads the registers from start to end with a parser of its own, and counts the persons of whom a byte is marked.
 * What a register is, it takes from the rules in the documentation of {@code holdfast.subjects}, written a second
 * time; which column tells who a row is about, it is told. Architecture: no class of {@code holdfast.subjects} may
 * be used in the count itself (only {@link holdfast.server.drill.recount.RecountRegister} translates a layout).
 */
@NullMarked
package holdfast.server.drill.recount;

import org.jspecify.annotations.NullMarked;
